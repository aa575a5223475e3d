<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>Water extent (single date): probability</Name>
    <UserStyle>
      <FeatureTypeStyle><Rule><RasterSymbolizer>
        <ColorMap type="ramp">
          <ColorMapEntry quantity="0" color="#ffffff" opacity="0" label="0 % (unlikely)"/>
          <ColorMapEntry quantity="20" color="#deebf7" opacity="0.6" label="20 %"/>
          <ColorMapEntry quantity="50" color="#6baed6" opacity="0.9" label="50 % (possible)"/>
          <ColorMapEntry quantity="80" color="#2171b5" opacity="1" label="80 % (likely)"/>
          <ColorMapEntry quantity="100" color="#08306b" opacity="1" label="100 %"/>
        </ColorMap>
      </RasterSymbolizer></Rule></FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
