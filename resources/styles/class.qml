<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
  <pipe>
    <provider><resampling enabled="false" zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" maxOversampling="2"/></provider>
    <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="82,79,75,110">
      <rasterTransparency/>
      <colorPalette>
        <paletteEntry value="0" color="#ffffff" alpha="0" label="Not detected"/>
        <paletteEntry value="1" color="#0a5fd6" alpha="230" label="@DETECTED@"/>
        <paletteEntry value="2" color="#7fb8e8" alpha="230" label="Reference water"/>
        <paletteEntry value="3" color="#5a189a" alpha="230" label="Backscatter decrease (darker)"/>
        <paletteEntry value="4" color="#d95f0e" alpha="230" label="Backscatter increase (brighter)"/>
        <paletteEntry value="5" color="#70cdb8" alpha="230" label="Possible water among plants or buildings"/>
        <paletteEntry value="250" color="#c8c8c8" alpha="255" label="Not mapped: terrain"/>
        <paletteEntry value="251" color="#808080" alpha="255" label="Not mapped: layover or shadow"/>
        <paletteEntry value="252" color="#a99a86" alpha="255" label="Not mapped: excluded"/>
        <paletteEntry value="254" color="#e3e3d0" alpha="255" label="Not mapped: outside the task"/>
        <paletteEntry value="255" color="#bdb7ae" alpha="110" label="Not observed"/>
      </colorPalette>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
