<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>Water extent (single date)</Name>
    <UserStyle>
      <FeatureTypeStyle><Rule><RasterSymbolizer>
        <ColorMap type="values">
          <ColorMapEntry quantity="0" color="#ffffff" opacity="0" label="Not detected"/>
          <ColorMapEntry quantity="1" color="#0a5fd6" opacity="0.9" label="Water detected"/>
          <ColorMapEntry quantity="255" color="#ffffff" opacity="0" label="Not observed"/>
        </ColorMap>
      </RasterSymbolizer></Rule></FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
