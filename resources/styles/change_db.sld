<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>@TITLE@: change in dB</Name>
    <UserStyle>
      <FeatureTypeStyle><Rule><RasterSymbolizer>
        <ColorMap type="ramp">
          <ColorMapEntry quantity="-8" color="#08306b" opacity="1.00" label="-8 dB or less (darker than before)"/>
          <ColorMapEntry quantity="-3" color="#4292c6" opacity="0.90" label="-3 dB"/>
          <ColorMapEntry quantity="-1.5" color="#c6dbef" opacity="0.47" label="-1.5 dB"/>
          <ColorMapEntry quantity="0" color="#ffffff" opacity="0.00" label="0 dB (as before)"/>
          <ColorMapEntry quantity="1.5" color="#fdd0a2" opacity="0.47" label="+1.5 dB"/>
          <ColorMapEntry quantity="3" color="#f16913" opacity="0.90" label="+3 dB"/>
          <ColorMapEntry quantity="8" color="#7f2704" opacity="1.00" label="+8 dB or more (brighter than before)"/>
        </ColorMap>
      </RasterSymbolizer></Rule></FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
