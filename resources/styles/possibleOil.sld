<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>@TITLE@</Name>
    <UserStyle>
      <FeatureTypeStyle>
        <Rule><Name>@DETECTED@, high confidence</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>confidence</ogc:PropertyName><ogc:Literal>high</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#b30000</CssParameter><CssParameter name="fill-opacity">0.27</CssParameter></Fill><Stroke><CssParameter name="stroke">#b30000</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Name>@DETECTED@, medium confidence</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>confidence</ogc:PropertyName><ogc:Literal>medium</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#d95f0e</CssParameter><CssParameter name="fill-opacity">0.27</CssParameter></Fill><Stroke><CssParameter name="stroke">#d95f0e</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Name>@DETECTED@, low confidence</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>confidence</ogc:PropertyName><ogc:Literal>low</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#c99a2e</CssParameter><CssParameter name="fill-opacity">0.27</CssParameter></Fill><Stroke><CssParameter name="stroke">#c99a2e</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
