<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>@TITLE@</Name>
    <UserStyle>
      <FeatureTypeStyle><Rule><RasterSymbolizer>
        <ColorMap type="values">
          <ColorMapEntry quantity="0" color="#ffffff" opacity="0" label="Not detected"/>
          <ColorMapEntry quantity="1" color="#0a5fd6" opacity="0.9" label="@DETECTED@"/>
          <ColorMapEntry quantity="2" color="#7fb8e8" opacity="0.9" label="Reference water"/>
          <ColorMapEntry quantity="3" color="#5a189a" opacity="0.9" label="Backscatter decrease (darker)"/>
          <ColorMapEntry quantity="4" color="#d95f0e" opacity="0.9" label="Backscatter increase (brighter)"/>
          <ColorMapEntry quantity="5" color="#70cdb8" opacity="0.9" label="Possible water among plants or buildings"/>
          <ColorMapEntry quantity="250" color="#c8c8c8" opacity="1" label="Not mapped: terrain"/>
          <ColorMapEntry quantity="251" color="#808080" opacity="1" label="Not mapped: layover or shadow"/>
          <ColorMapEntry quantity="252" color="#a99a86" opacity="1" label="Not mapped: excluded"/>
          <ColorMapEntry quantity="254" color="#e3e3d0" opacity="1" label="Not mapped: outside the task"/>
          <ColorMapEntry quantity="255" color="#ffffff" opacity="0" label="Not observed"/>
        </ColorMap>
      </RasterSymbolizer></Rule></FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
