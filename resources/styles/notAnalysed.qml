<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Fields">
  <renderer-v2 type="categorizedSymbol" attr="reason" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category value="not observed" symbol="not observed" label="Not observed (not dry)" render="true" type="string"/>
      <category value="terrain" symbol="terrain" label="Not mapped: terrain" render="true" type="string"/>
      <category value="layover or shadow" symbol="layover or shadow" label="Not mapped: layover or shadow" render="true" type="string"/>
      <category value="excluded" symbol="excluded" label="Not mapped: excluded" render="true" type="string"/>
      <category value="outside the task" symbol="outside the task" label="Not mapped: outside the task" render="true" type="string"/>
    </categories>
    <symbols>
      <symbol type="fill" name="not observed" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="189,183,174,150"/><prop k="style" v="b_diagonal"/><prop k="outline_color" v="#6f6a62"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
      <symbol type="fill" name="terrain" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="200,200,200,170"/><prop k="style" v="solid"/><prop k="outline_color" v="#8c8c8c"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
      <symbol type="fill" name="layover or shadow" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="128,128,128,170"/><prop k="style" v="solid"/><prop k="outline_color" v="#5a5a5a"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
      <symbol type="fill" name="excluded" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="169,154,134,170"/><prop k="style" v="solid"/><prop k="outline_color" v="#7a6d5c"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
      <symbol type="fill" name="outside the task" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="227,227,208,170"/><prop k="style" v="solid"/><prop k="outline_color" v="#a8a890"/><prop k="outline_style" v="solid"/><prop k="outline_width" v="0.4"/><prop k="outline_width_unit" v="MM"/></layer></symbol>
    </symbols>
  </renderer-v2>
  <aliases>
    <alias index="0" field="area_ha" name="Area (ha)"/>
    <alias index="1" field="reason" name="Why not analysed"/>
    <alias index="2" field="src_image" name="Radar image"/>
    <alias index="3" field="acq_utc" name="Time of the image (UTC)"/>
  </aliases>
  <blendMode>0</blendMode>
  <layerGeometryType>2</layerGeometryType>
</qgis>
