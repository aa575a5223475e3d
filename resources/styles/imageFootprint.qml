<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Fields">
  <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><prop k="line_color" v="255,255,255,220"/><prop k="line_width" v="1.0"/><prop k="line_width_unit" v="MM"/><prop k="line_style" v="solid"/><prop k="joinstyle" v="miter"/></layer><layer class="SimpleLine" enabled="1" locked="0" pass="0"><prop k="line_color" v="26,26,26,255"/><prop k="line_width" v="0.5"/><prop k="line_width_unit" v="MM"/><prop k="line_style" v="dash"/><prop k="joinstyle" v="miter"/></layer></symbol>
    </symbols>
  </renderer-v2>
  <aliases>
    <alias index="0" field="area_ha" name="Area (ha)"/>
    <alias index="1" field="src_image" name="Radar image"/>
    <alias index="2" field="acq_utc" name="Time of the image (UTC)"/>
  </aliases>
  <blendMode>0</blendMode>
  <layerGeometryType>2</layerGeometryType>
</qgis>
