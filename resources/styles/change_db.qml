<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
  <pipe>
    <provider><resampling enabled="false" zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" maxOversampling="2"/></provider>
    <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" nodataColor="" classificationMin="-8" classificationMax="8">
      <rasterTransparency/>
      <minMaxOrigin><limits>None</limits><extent>WholeRaster</extent><statAccuracy>Exact</statAccuracy></minMaxOrigin>
      <rastershader>
        <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="-8" maximumValue="8">
          <item value="-8" color="#08306b" alpha="255" label="-8 dB or less (darker than before)"/>
          <item value="-3" color="#4292c6" alpha="230" label="-3 dB"/>
          <item value="-1.5" color="#c6dbef" alpha="120" label="-1.5 dB"/>
          <item value="0" color="#ffffff" alpha="0" label="0 dB (as before)"/>
          <item value="1.5" color="#fdd0a2" alpha="120" label="+1.5 dB"/>
          <item value="3" color="#f16913" alpha="230" label="+3 dB"/>
          <item value="8" color="#7f2704" alpha="255" label="+8 dB or more (brighter than before)"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
