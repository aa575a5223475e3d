<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>@TITLE@: water depth (estimate)</Name>
    <UserStyle>
      <FeatureTypeStyle><Rule><RasterSymbolizer>
        <ColorMap type="ramp">
          <ColorMapEntry quantity="0" color="#f1eef6" opacity="0.90" label="0 m (estimate)"/>
          <ColorMapEntry quantity="0.5" color="#bdc9e1" opacity="0.90" label="0.5 m"/>
          <ColorMapEntry quantity="1" color="#74a9cf" opacity="0.90" label="1 m"/>
          <ColorMapEntry quantity="2" color="#2b8cbe" opacity="0.90" label="2 m"/>
          <ColorMapEntry quantity="5" color="#023858" opacity="0.90" label="5 m or more"/>
        </ColorMap>
      </RasterSymbolizer></Rule></FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
