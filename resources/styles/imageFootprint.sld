<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>@TITLE@</Name>
    <UserStyle>
      <FeatureTypeStyle>
        <Rule><Name>Observed by the radar</Name><PolygonSymbolizer><Stroke><CssParameter name="stroke">#ffffff</CssParameter><CssParameter name="stroke-width">3</CssParameter></Stroke></PolygonSymbolizer><PolygonSymbolizer><Stroke><CssParameter name="stroke">#1a1a1a</CssParameter><CssParameter name="stroke-width">1.5</CssParameter><CssParameter name="stroke-dasharray">6 4</CssParameter></Stroke></PolygonSymbolizer></Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
