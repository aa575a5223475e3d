<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>@TITLE@</Name>
    <UserStyle>
      <FeatureTypeStyle>
        <Rule><Name>@DETECTED@</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>1</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#0a5fd6</CssParameter><CssParameter name="fill-opacity">0.27</CssParameter></Fill><Stroke><CssParameter name="stroke">#0a5fd6</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Name>Reference water</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#7fb8e8</CssParameter><CssParameter name="fill-opacity">0.27</CssParameter></Fill><Stroke><CssParameter name="stroke">#7fb8e8</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Name>Backscatter decrease (darker)</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>3</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#5a189a</CssParameter><CssParameter name="fill-opacity">0.27</CssParameter></Fill><Stroke><CssParameter name="stroke">#5a189a</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Name>Backscatter increase (brighter)</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>4</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#d95f0e</CssParameter><CssParameter name="fill-opacity">0.27</CssParameter></Fill><Stroke><CssParameter name="stroke">#d95f0e</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Name>Possible water among plants or buildings</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>5</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#70cdb8</CssParameter><CssParameter name="fill-opacity">0.27</CssParameter></Fill><Stroke><CssParameter name="stroke">#70cdb8</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
