<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Fields">
  <renderer-v2 type="categorizedSymbol" attr="confidence" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category value="high" symbol="high" label="@DETECTED@, high confidence" render="true" type="string"/>
      <category value="medium" symbol="medium" label="@DETECTED@, medium confidence" render="true" type="string"/>
      <category value="low" symbol="low" label="@DETECTED@, low confidence" render="true" type="string"/>
    </categories>
    <symbols>
      <symbol type="fill" name="high" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="179,0,0,70"/><prop k="style" v="solid"/><prop k="outline_color" v="#b30000"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.6"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
      <symbol type="fill" name="medium" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="217,95,14,70"/><prop k="style" v="solid"/><prop k="outline_color" v="#d95f0e"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.5"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
      <symbol type="fill" name="low" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="254,217,142,70"/><prop k="style" v="solid"/><prop k="outline_color" v="#c99a2e"/><prop k="outline_style" v="dash"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
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
    <alias index="11" field="confidence" name="Confidence that it is a slick"/>
    <alias index="12" field="length_m" name="Longest axis (m)"/>
    <alias index="13" field="contrast" name="Contrast"/>
    <alias index="14" field="contrast_unit" name="Unit of the contrast"/>
    <alias index="15" field="distance_to_land_m" name="Distance to land on the map (m)"/>
  </aliases>
  <blendMode>0</blendMode>
  <layerGeometryType>2</layerGeometryType>
</qgis>
