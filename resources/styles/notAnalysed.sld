<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>@TITLE@</Name>
    <UserStyle>
      <FeatureTypeStyle>
        <Rule><Name>Not observed (not dry)</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>not observed</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#bdb7ae</CssParameter><CssParameter name="fill-opacity">0.59</CssParameter></Fill><Stroke><CssParameter name="stroke">#6f6a62</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Name>Not mapped: terrain</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>terrain</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#c8c8c8</CssParameter><CssParameter name="fill-opacity">0.67</CssParameter></Fill><Stroke><CssParameter name="stroke">#8c8c8c</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Name>Not mapped: layover or shadow</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>layover or shadow</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#808080</CssParameter><CssParameter name="fill-opacity">0.67</CssParameter></Fill><Stroke><CssParameter name="stroke">#5a5a5a</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Name>Not mapped: excluded</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>excluded</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#a99a86</CssParameter><CssParameter name="fill-opacity">0.67</CssParameter></Fill><Stroke><CssParameter name="stroke">#7a6d5c</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Name>Not mapped: outside the task</Name><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>outside the task</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill><CssParameter name="fill">#e3e3d0</CssParameter><CssParameter name="fill-opacity">0.67</CssParameter></Fill><Stroke><CssParameter name="stroke">#a8a890</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke></PolygonSymbolizer></Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
