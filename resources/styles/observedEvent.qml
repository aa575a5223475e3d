<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Fields">
  <renderer-v2 type="categorizedSymbol" attr="class" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category value="1" symbol="1" label="@DETECTED@" render="true" type="long"/>
      <category value="2" symbol="2" label="Reference water" render="true" type="long"/>
      <category value="3" symbol="3" label="Backscatter decrease (darker)" render="true" type="long"/>
      <category value="4" symbol="4" label="Backscatter increase (brighter)" render="true" type="long"/>
      <category value="5" symbol="5" label="Possible water among plants or buildings" render="true" type="long"/>
    </categories>
    <symbols>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="10,95,214,70"/><prop k="style" v="solid"/><prop k="outline_color" v="#0a5fd6"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="127,184,232,70"/><prop k="style" v="solid"/><prop k="outline_color" v="#7fb8e8"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="90,24,154,70"/><prop k="style" v="solid"/><prop k="outline_color" v="#5a189a"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
      <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="217,95,14,70"/><prop k="style" v="solid"/><prop k="outline_color" v="#d95f0e"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
      <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="112,205,184,70"/><prop k="style" v="solid"/><prop k="outline_color" v="#70cdb8"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
    </symbols>
  </renderer-v2>
  <aliases>
    <alias index="0" field="class" name="Class"/>
    <alias index="1" field="area_ha" name="Area (ha)"/>
    <alias index="2" field="prob_mean" name="Mean probability (0 to 1)"/>
    <alias index="3" field="prob_max" name="Highest probability (0 to 1)"/>
    <alias index="4" field="src_image" name="Radar image"/>
    <alias index="5" field="acq_utc" name="Time of the image (UTC)"/>
    <alias index="6" field="model" name="Model"/>
    <alias index="7" field="threshold" name="Threshold (0 to 1)"/>
    <alias index="8" field="det_method" name="Method"/>
    <alias index="9" field="event_type" name="Type of event"/>
    <alias index="10" field="obj_desc" name="What it is"/>
  </aliases>
  <blendMode>0</blendMode>
  <layerGeometryType>2</layerGeometryType>
</qgis>
