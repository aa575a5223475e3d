<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>Engine</name>
        <message>
            <source>'{crs}' is no coordinate reference system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>'{text}' cannot be part of a file name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A GeoPackage holds maps.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A band's name is one of {join} and its number between 1 and {count}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A card is a JSON file, a STAC Item with the MLM extension.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A changed or damaged network gives maps that nobody has measured.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A class raster has one band of Tidemark's class codes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A damaged file of such a name would end the program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A download that broke off looks like this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A job has the fields {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A list is a text file in UTF-8 with one scene a line; several paths separated by tabs are one scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A map needs backscatter that varies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A map needs backscatter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A model reads nothing outside its own folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A network has at most {most_bytes} GB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A network is one ONNX file with standard operators, and the image decides the size of what it computes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A package is never overwritten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A pixel has {pixel_m} m: {window_m} m around it are {window} pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A prefix of file names is needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A probability raster has one band of bytes, 0 to 100 per cent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A product as it was downloaded: it is calibrated and placed on a map grid before it is mapped, once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A product is a .SAFE folder, its zip, or a file of its measurement folder with the other folders around it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A product needs its annotation folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A threshold can be found from {least_pixels} on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the file of VV, or say which band is which with --bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the missing band's file, name the bands with --bands, or use --method {baseline}, which takes one band (in QGIS: 'Method').</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An annotation has at most {largest_bytes} MB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An image before belongs to the tasks {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An image is given without a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An image is made of products of one pass, or of files that hold its bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An optical image needs a model with an optical input.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Areas and distances need the right one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for the right to read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask its owner for the right to read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Assign it first (in QGIS: Layer &gt; Set CRS, then Save As).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Assign it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At least {least} are needed to place the image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both have to come from one run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both must show the same place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bright ground in {band} differs by {newer} dB between the dates: were both calibrated alike? Snow, frost and leaves do that, too; the map may be misled by it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring them onto one grid first (gdalwarp -te … -tr …, or Raster &gt; Align Rasters in QGIS).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calibrate and terrain-correct the product first (SNAP: Calibration, then Terrain Correction), or order an RTC product. If they are integers with a scale factor, write that into the file (gdal_translate -a_scale … -a_offset …).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Calibrate, multi-look and terrain-correct it first (SNAP), or order an RTC product.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card and network belong together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check how the file was made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check its CRS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check its coordinate reference system, or leave it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check its unit and nodata value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that the file is complete and is an image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that the file is complete.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the file, or with zeros that mean dark water use --zeros dark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the layer of land, or choose another image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the nodata value and the layer of land.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the nodata value, or use --method fixed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the path, or write a list with one scene a line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the path.</source>
            <translation>Compruebe la ruta.</translation>
        </message>
        <message>
            <source>Check the product.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the zones' coordinate reference system, or choose others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check where the product is from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a DEM of this place, or none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a Sentinel-1 product.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a file with polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a larger pixel, another grid or an extent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a layer with polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a shorter name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an extent inside it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an extent inside the image (tidemark info shows where it lies).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another Python.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another folder, or ask for the right to write there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another image, or check the coordinate reference systems of the two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another image, or check their nodata values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another model or another task.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another name, e.g. with _v2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another output folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another output, or move that file away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another output, or use --overwrite (in QGIS: tick 'Replace an earlier result').</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another output.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose images of the same kind, or name their bands with --bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one of these, give the path of a model card (.json), or use a method without a model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one of these.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one with --layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the one that was taken earlier, or leave both out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the product as it was downloaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Classes are {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Classical methods are {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close other programs, or map a smaller extent.</source>
            <translation>Cierre otros programas o cartografíe una extensión menor.</translation>
        </message>
        <message>
            <source>Compare it with a card in the folder models of Tidemark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compute the slope in degrees (gdaldem slope).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy it again from where it came from, or install Tidemark again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy it again from where it came from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy or download it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy or download the file again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the card and its networks again from where they came from, or install Tidemark again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the network itself into {parent}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy {name} into {parent}, or install Tidemark again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct --bands, e.g. --bands VV=1,VH=2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct --bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct --connectivity.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct the extent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark features are looked for at sea.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark features at sea are looked for in VV, or in HH; the sea of other polarisations lies at the radar's noise.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Degrees from 0 to 90 are needed; this may be {unit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detected {word} in {share} of the {looked_at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Detected {word} {detected} ({looked_at})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Display values (8 bit): dark is meant in local standard deviations, a relative measure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Display values (8 bit): the image before was given the histogram of the image, and increase and decrease are relative.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download the GRD product of the same acquisition.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download the product again, and compare its size with the portal's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download the product again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download the values themselves (32-bit floating point, no visualisation).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download the whole product again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag the file into QGIS and choose the layers. QGIS 3.40 takes colours and legend from the file by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag {files} into QGIS (3.22 or newer). Colours and legend come by themselves, from the .qml file beside it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each polarisation has a band of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each polarisation is needed once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each result needs a name of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every other GIS opens the .tif files as well (GeoTIFF); the .sld files have the colours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every sampled pixel has the same value: the image is constant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Features below {size} were left out ({all_of_them} in all); the probability raster shows them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File systems take {longest} bytes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For floods, give its bands as the optical image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For oil, a model looks at one band.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some space or choose another folder, and run again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some space or choose another folder; what is done stays done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some space, choose another folder, a larger pixel or an extent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Georeference both, or cut both to the same pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Georeference both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Georeference it anew (gdal_edit.py -a_ullr …).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Georeference the image first and map it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Georeference the image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a DEM of the whole product, or add the geoid to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a folder as the output instead of a GeoPackage.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a folder or such a list; for one image there is tidemark detect.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a map whose files are PREFIX_class.tif, PREFIX_run.json and so on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a smaller one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give e.g. --classes 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give e.g. --event EMSR728 --aoi AOI01.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give e.g. --threshold 0.4.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give e.g. flood.gpkg.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give e.g. the occurrence layer of JRC Global Surface Water, or make 0 and 1 of the classes of water first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give e.g. the occurrence layer of JRC Global Surface Water.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give e.g. zones.csv.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it like EPSG:32633, or leave it out for UTM.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give one kind only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the file PREFIX_class.tif that a run has written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the file PREFIX_probability.tif that a run has written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the image's file, or use tidemark batch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the image's file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the older one with --before (in QGIS: 'Image before'), or choose another model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the older one with --before (in QGIS: 'Image before').</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the older radar image with --before (in QGIS: 'Image before'), or leave the optical images out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the one you need by its full name, e.g. {inside}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the other one too with {option} (in QGIS: under 'Optical images'), or leave both out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the two files of the same run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give them one by one, or as the image and the image before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give those of VV and VH, e.g. Sigma0_VV.img and Sigma0_VH.img.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hectares and positions need one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Heights above the ellipsoid are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Heights in metres are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If it is radar, name its bands with --bands, e.g. --bands VV=1,VH=2 (in QGIS: the box 'Bands'); else choose a radar image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images of products are kept there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a folder, images with the endings {join} count; in a list, each line is one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install Tidemark again, or give another model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install the engine (panel 'Install engine').</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install the engine again (in QGIS: panel 'Install engine'; else: pip install {join}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installed models: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It belongs to the task '{owners}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It could be: {join}. A wrong guess would give a wrong map.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It covers {join} in {to_string}, in longitude and latitude {min}, {min2}, {max}, {max2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is XMIN,YMIN,XMAX,YMAX with XMIN &lt; XMAX and YMIN &lt; YMAX.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is a probability from 0.01 to 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is a size of 0 or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is damaged, or made for a newer ONNX Runtime.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is damaged, or something else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is given in the image's own coordinate reference system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is one of {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It lies between 1 and {largest_pixel_m} m.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It must cover the image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It must say where it lies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It returns a value from 0 to 1 for each pixel of its input.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It should be whole XML.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It tells what the map shows and which images it was made of.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its annotation says {samples} x {lines} of uint16.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its card says: inputs {wanted}, {join}; one output 'probability'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its methods are {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its polygons have to overlap the image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the model out, so that one with an optical input is taken, or leave the optical images out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the optical images out, or give the path of a model card (.json) with an optical input.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters, digits and hyphens can.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make it, or choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the map again, or look for the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the map again, or take the record that was written with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Methods are student, {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name them with --bands, e.g. --bands VV=1,VH=2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No annotation of Sentinel-1 does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No georeference: hectares cannot be given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No land was given (--land; in QGIS: 'Land'): dark land, lakes and the radar's shadow at a steep coast may pass for features.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model for the task '{task}' is installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model for the task '{task}' that takes an optical image is installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No pixel of the sampled image holds an observation: all are nodata.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No polygon of {name} lies on the map: nothing was left out on its account.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No product is given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sampled pixel of the image is observed sea: all are land or nodata.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No style was written: {stem}.qml beside it is a raster's. Choose another name to get one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No value of {name} reaches {threshold} (the largest is {largest}): it made nothing reference water.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No wind speed was given: no feature is rated with high confidence (--wind; in QGIS: 'Wind').</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing tells of the run that made {name}: it has no tags, and no run record lies beside it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was written.</source>
            <translation>No se ha escrito nada.</translation>
        </message>
        <message>
            <source>One date, and no knowledge of where water usually is: this map shows water, not flood.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One is needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of each date is needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of the two images holds display values (8 bit), the other one backscatter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a network with an optical input does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only results of Tidemark are replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only {observed} of the pixels were observed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outside the validated domain: half of {band} lies below {median} dB; in training it was {low} to {high} dB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outside the validated domain: the pixels are finer than 5 m or coarser than 30 m.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pixels are {across} x {down} m on the ground; the network saw the image resampled to its own pixel size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Placed on the heights of the product's own grid, some 15 km apart: in hills ground is off by up to {off} m. tidemark prepare --dem corrects that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Placed on the heights of the product's own grid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please report it with this message; another file or option may work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plugin and engine must be of the same version: install Tidemark again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Polygons and zones need {join}; mapping does not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Polygons are written to {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Polygons need one to be placed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Power and amplitude look alike in this image, and its metadata does not say which it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preparing the image needs up to {needed} GB there for a while.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Probabilities are 0 to 100 per cent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Products that are given together are joined to one image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put it back, or make the VRT again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>QGIS 3.22 shows the rasters of a GeoPackage in plain grey (its polygons have their colours): there, take the package as a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference water is given as 0 and 1, as months of water (0 to 12) or as occurrence in per cent (0 to 100).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference water is what the first run's threshold made of the image before: with a lower one now, shores may pass for flood.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference water was taken from {description}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repair them (in QGIS: Fix geometries), or save them in the image's reference system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results are not replaced unless you say so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results are written into a folder that is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results never take the place of what they are made of.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run the detection again with the threshold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run the detection again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save them in the image's reference system, or in EPSG:4326.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say which band is which with --bands, e.g. --bands VV=1,VH=2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say which band is which with --optical-bands, e.g. swir=1,nir=2,visible=3 (in QGIS: 'Optical bands').</source>
            <translation>Diga qué banda es cuál en 'Bandas ópticas', p. ej. swir=1,nir=2,visible=3.</translation>
        </message>
        <message>
            <source>Say which band is which.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say which it is with --scale (in QGIS: the box 'Pixel values').</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set TIDEMARK_CACHE to a folder that can be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set the image's coordinate reference system right (gdal_edit.py -a_srs, or Layer &gt; Set CRS and Save As in QGIS).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some of the files are Sentinel-1 products, and some are not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Statistics are written to a table (.csv) or a layer (.gpkg).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Terrain-correct it first (SNAP: Calibration, then Range-Doppler Terrain Correction), or order an RTC product.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That belongs to the task '{owners}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is no annotation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is no radar image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The DEM holds none of the product's tie points, so what its heights count from cannot be found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The DEM is damaged: a part of it cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The DEM {path} cannot be brought onto the image's grid: {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The DEM {path} has no coordinate reference system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The DEM {path} has no height where the image lies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The DEM {path} has values from {low} to {high}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The bands of one scene share size, position and coordinate reference system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The bands were given as {name}={number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The class raster of the run does not lie beside {name}: what the run had left out is not left out here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connectivity is {connectivity}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The dark-spot rule compares with at least {least_window} of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The device '{device}' did not start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The device '{device}' was tried, but {why}; the CPU was used instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk may be full or gone. Nothing was left there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk of {folder} is full: {free} MB are free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk of {folder} is too full: {free} GB are free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine needs Python 3.10 or newer with numpy, scipy, rasterio and onnxruntime.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine needs Python 3.10 or newer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine's environment lacks {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engine's environment lacks: {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The extent does not meet the product.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The extent {join} does not meet the product.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The extent {join} is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file may be cut.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder for prepared images cannot be made: {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder must be writable and its disk must have space.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder {folder} cannot be made: {strerror}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder {folder} cannot be read: {strerror}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder {folder} does not exist.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder {folder} is not writable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image and the image before are the same file: nothing can be new in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image and the image before have no observed pixel in common, as far as a sample shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image and {name} do not overlap.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image and {name} have different sizes, and one of them has no georeference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image does not lie within the coordinate reference system of {name} ({describe_crs}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image has no georeference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image has no georeference: it was mapped on its own pixels, taken as the model's size, and hectares are unknown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image has the bands {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image has {bands}; this may be an optical image or a picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image has {join}, the image before {join2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image has {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image holds display values (8 bit), not backscatter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image would have {right} x {top} pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The image's coordinates lie nowhere on Earth in its coordinate reference system ({describe_crs}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The images lie in the product's folder 'measurement'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The images lie {shift} pixels (down) and {shift2} (across) off each other: edges may pass for change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The images were taken at different times of the day ({acquired}, {acquired2}), so from different tracks: slopes, woods and towns look different, and that may pass for change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The images were taken from different directions ({pass_direction}, {pass_direction2}): slopes, woods and towns look different, and that may pass for change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The installed ONNX Runtime cannot use '{device}'; the CPU was used instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The job cannot be read: {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The job names no image with the role '{role}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The map lacks its file {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The memory ran out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The metadata says decibels, but hardly any value is negative.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The metadata says decibels, but the pixels are 16-bit whole numbers without a sign: a picture stretched for display.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The metadata says {stated}, but then the middle of the bands is {words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The metadata says {stated}, but {negative} of the values are negative.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The method '{method}' cannot do the task '{task}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The method '{method}' takes no optical image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model '{name}' compares two dates, and there is one image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model '{name}' has a card, but its network {name2} is not beside it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model '{name}' looks at {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model '{name}' needs {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model '{name}' sees radar only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model '{name}' serves the task '{task}', not '{task2}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model '{name}' was trained on {bands}; this image has {band}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model card {name} cannot be read: {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model card {name} is incomplete: {name2} {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model looks at {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name of {name} or of its folder contains %, and the library that reads netCDF and HDF5 takes that for a command.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name {basename} is too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network compares the two dates.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network {name} cannot be read as an ONNX file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network {name} failed: {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network {name} has the inputs {inputs} and the outputs {outputs}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network {name} has {st_size} GB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network {name} is not the one that its card describes: the checksums differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network {name} is not used: {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network {name} of the model '{name2}' is a link to another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next part of the result needs up to {needed_bytes} MB. Nothing was left there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The optical bands were given as {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The optical images were used for all of the observed area.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The output {name} has no known ending.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The output {output} is an input of the same run ({found}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The output {prefix} is a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pixel is {pixel} m.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pixels (middle value {median}) are numbers as raw radar products hold them (digital numbers), not backscatter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The polygons of {name} cannot be laid over the image: {splitlines}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The polygons with contrast and confidence were not made anew: run the detection with this threshold to get them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The product may be incomplete.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rasters hold the codes in their first band (PNG tiles, no loss). The table 'readme' has this text and the run record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The record of {name} tells of the task '{task}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The result could not be written to {folder}: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run record cannot be read: {name} {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run tells decrease from increase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same band was given twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sample holds {size} observed pixels of sea.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sample holds {size} pixels that both dates have observed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sampled pixels are all zero: their scale cannot be told.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The scale {scale} cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The scene's sample holds {size} observed pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The slopes of {name} are not in degrees: the largest is {highest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The stored probability does not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The summary {path} cannot be written: {strerror}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The task '{task}' does not ask for {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The task '{task}' maps what is there, not what is new.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The task '{task}' takes no optical image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The threshold is {threshold}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The threshold methods know {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two bands have no names and are equally bright.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two images were put in order: {acquired} is compared with {acquired2}, the older one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two optical images are the same file: {min}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The values are negative, but fit no or several scales of decibels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The worker was sent a line that it does not understand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The {kind} before ({older}) is newer than the {kind2} ({newer}): are they swapped?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The {kind} before and the {kind2} are of the same date ({older}, {newer}): is one of them the wrong file?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no polygons of class {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are optical images of two dates, and a radar image of one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a file {path} already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a result already: {there}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is an optical image of one date, but none {missing}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no file {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no folder or list {place}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no method '{method}' for change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no method '{method}' for oil.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no method '{method}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no model '{model}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no model card at {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no run record {path}, or it cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no {name} '{value}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no {what} '{value}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They can only be compared in one unit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They must share a polarisation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They should lie in rows and columns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They stand beside a radar image of either date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This Tidemark knows {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a fault of Tidemark, and nothing was written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a simulated scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This task needs calibrated values: decibels, power or amplitude.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark maps one image of backscatter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark maps radar backscatter by polarisation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark needs a calibrated, terrain-corrected image, or areas and positions would be wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark needs calibrated backscatter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark needs calibrated, terrain-corrected backscatter (sigma nought or gamma nought).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark needs calibrated, terrain-corrected backscatter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark needs the fields that its own cards have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark needs to know which one is VV and which one is VH.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark prepares ground range detected products (GRD).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark prepares radar products of Sentinel-1 (GRD).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark reads GeoPackage, GeoJSON, Shapefile and the other formats that GDAL reads.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark reads GeoTIFF and the other formats that GDAL reads.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark reads an image's own file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark reads raster files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark reads the .img files of calibrated, terrain-corrected bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tidemark reads the annotation of Sentinel-1 GRD products as ESA writes it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try fewer threads, or install Tidemark again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two bands are both named {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unexpected error: {name}: {rstrip}{place}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpack it, and give the folder of the one that you mean.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpack it, or give the image as /vsizip/{path}/{images}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update Tidemark, or take the record that was written with the map.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use --method log-ratio, which has a fixed threshold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use --task {comparing}, or leave it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use a network from somebody you trust, exported with its weights inside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use an image with finer pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use another model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the image before it was made for display, or another download of it (sigma nought or gamma nought).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the method 'student', or leave the optical images out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the network that the card was written for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use two images of the same kind.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without it, digital numbers cannot become backscatter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without one both must have the same size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without one nobody knows where its polygons lie.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without one nobody knows where they lie.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without one they are compared pixel by pixel and must have the same size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the image you need to a GeoTIFF first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zones are polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zones have to overlap the image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>backscatter decrease (darker)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>backscatter increase (brighter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>change</source>
            <translation>cambio</translation>
        </message>
        <message>
            <source>flood</source>
            <translation>inundación</translation>
        </message>
        <message>
            <source>not detected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not mapped: excluded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not mapped: layover or shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not mapped: outside the task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not mapped: terrain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not observed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing was mapped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>observed pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pixels that were mapped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>possible oil / dark features</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>possible water among plants or buildings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reference water</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>water</source>
            <translation>agua</translation>
        </message>
        <message>
            <source>{capitalize} needs two images, and there is one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{cloudy} % was cloudy, {cloudy2} % not covered: radar alone there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count_nonzero} of {len} features are no polygons; they get 0 ha.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count_nonzero} polygons cross themselves; they were repaired.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document} declares a document type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document} describes an image of {samples} x {lines} pixels of {pixel_spacing} m.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document} has calibration values that are not positive.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document} is damaged ({errorstring}, line {lineno}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document} lacks {rsplit} (below {tag}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document}: noiseAzimuthLut has {size} values for {size2} lines.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document}: the polynomials of the ground range differ in length.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document}: the {len} points of the geolocation grid make no whole rows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document}: {name} has {size} values for {size2} pixels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document}: {path} is no number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{document}: {path} is no time: '{word}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{found} Image, time and model stay empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{hectares} not observed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{join} are needed, each with a band number of its own between 1 and {len}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{made}without the network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{method} found no two classes in the change: the fixed threshold of {fixed_db} dB was used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} and {name2} are not slices of one pass with the same polarisations.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} cannot be brought onto the image's grid: {error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} cannot be laid over the image: one of the two has no georeference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} cannot be read as a vector file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} covers {known} of the map; elsewhere nothing was left out on its account.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} does not lie on the grid of {name2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} does not meet the image: no zone lies on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} found no two classes in {band}: the scene may hold no open water. The fixed threshold {value} dB was used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has a georeference in which its pixels have no size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has no annotation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has no calibration file of {name2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has no coordinate reference system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has no georeference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has no layer '{wanted}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has no layer of polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has no measurement of {name2}: it is left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has no measurement: {measurements}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has no noise file of {join}: thermal noise is not removed there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has several layers of polygons: {join}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has {join}, but not {join2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has {width} x {height} pixels and {name2} {width2} x {height2}; their grids differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} holds complex numbers (a single-look complex product).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} holds no polygons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} holds no values from 0 to 100.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} holds {len} products.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is a Sentinel-1 product as it is delivered (SAFE), in radar geometry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is a Sentinel-2 product: optical.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is a header of SNAP (BEAM-DIMAP); the pixels lie in the folder {name2}: {bands}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is a zip archive of a Sentinel-1 product as it is delivered (SAFE), in radar geometry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is damaged: rows {first} to {first2} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is damaged: rows {row_off} to {row_off2} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is in radar geometry: it has ground control points, but no map grid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is no class raster: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is no probability raster: it has {count} band(s) of type {dtypes}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is no probability raster: it holds values between 101 and 254.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is no whole zip file ({error}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} knows of {known} of the map; elsewhere {elsewhere}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} leaves out {share} of the map, which says nothing there: is it the right file?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} looks like a map of classes (land cover: {listed}), not of how often there is water.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} may not be read: its permissions forbid it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} put the threshold of {band} at {threshold} dB, outside {low} to {high} dB. {value} dB was used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} refers to the file {path}, which is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} refers to the file {path}, which may not be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was prepared as {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: the measurement is damaged: lines {first} to {last} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: the measurement of {name2} cannot be read as an image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: the measurement of {name2} has {width} x {height} pixels of {dtypes}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: {name2} cannot be read ({name3}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{output} would be written twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} cannot be read as a list of scenes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} is no Sentinel-1 product.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place} holds no scene.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{say_bands} Or leave the optical images out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} of the pixels not observed (hectares unknown: no georeference)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} of {seen} mapped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} of {seen} observed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share}: wind, ice, plants or a low level; other water may be missed for the same reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text} It is taken for a map of {detects}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{undecided} of the observed pixels lie between 20 and 80 per cent: the map is undecided.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{unsaid} Display values (8 bit) do not tell whether the sea is calm or rough.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{upper}{image} has {count} {called}: no {join} was found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words}: it does not meet the image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{words}: it is empty.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>InstallPanel</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Comprobar de nuevo</translation>
        </message>
        <message>
            <source>Computes on</source>
            <translation>Calcula con</translation>
        </message>
        <message>
            <source>Copy the command</source>
            <translation>Copiar la orden</translation>
        </message>
        <message>
            <source>Copy the command that fills such a folder on a computer with internet</source>
            <translation>Copiar la orden que llena esa carpeta en un ordenador con internet</translation>
        </message>
        <message>
            <source>For elsewhere…</source>
            <translation>Para otro equipo…</translation>
        </message>
        <message>
            <source>From a folder…</source>
            <translation>Desde una carpeta…</translation>
        </message>
        <message>
            <source>Goes into</source>
            <translation>Se instala en</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Instalar</translation>
        </message>
        <message>
            <source>Install engine</source>
            <translation>Instalar el motor</translation>
        </message>
        <message>
            <source>The command that installs the same from a terminal</source>
            <translation>La orden que instala lo mismo desde un terminal</translation>
        </message>
        <message>
            <source>Without any internet: a folder with the package files (wheels), filled on another computer</source>
            <translation>Sin nada de internet: una carpeta con los paquetes (wheels), llenada en otro ordenador</translation>
        </message>
    </context>
    <context>
        <name>Tidemark</name>
        <message>
            <source> or </source>
            <translation> o </translation>
        </message>
        <message>
            <source>"Not observed" means that the radar did not see the ground there. It does not mean dry.</source>
            <translation>"No observado" significa que el radar no vio el terreno en ese lugar. No significa seco.</translation>
        </message>
        <message>
            <source>'{name}' has no legend.</source>
            <translation>'{name}' no tiene leyenda.</translation>
        </message>
        <message>
            <source>'{name}' is there already and belongs to another run: choose another name for OUTPUT.</source>
            <translation>'{name}' ya existe y pertenece a otra ejecución: elija otro nombre para OUTPUT.</translation>
        </message>
        <message>
            <source>'{name}' was started in a project that is closed now.</source>
            <translation>'{name}' se inició en un proyecto que ya está cerrado.</translation>
        </message>
        <message>
            <source>+8 dB or more (brighter than before)</source>
            <translation>+8 dB o más (más claro que antes)</translation>
        </message>
        <message>
            <source>, no polygons ({packages} missing)</source>
            <translation>, sin polígonos (falta {packages})</translation>
        </message>
        <message>
            <source>-8 dB or less (darker than before)</source>
            <translation>-8 dB o menos (más oscuro que antes)</translation>
        </message>
        <message>
            <source>0 % (unlikely)</source>
            <translation>0 % (improbable)</translation>
        </message>
        <message>
            <source>0 dB (as before)</source>
            <translation>0 dB (como antes)</translation>
        </message>
        <message>
            <source>0 not detected, 1 detected, 2 reference water, 250 to 252 left out, 255 not observed</source>
            <translation>0 no detectado, 1 detectado, 2 agua de referencia, 250 a 252 excluido, 255 no observado</translation>
        </message>
        <message>
            <source>0 not detected, 1 possible oil / dark feature, 252 left out, 254 land, 255 not observed</source>
            <translation>0 no detectado, 1 posibles hidrocarburos / mancha oscura, 252 excluido, 254 tierra, 255 no observado</translation>
        </message>
        <message>
            <source>0 not detected, 3 decrease, 4 increase, 251 and 252 left out, 255 not observed on one of the dates</source>
            <translation>0 no detectado, 3 disminución, 4 aumento, 251 y 252 excluido, 255 no observado en una de las fechas</translation>
        </message>
        <message>
            <source>50 % (possible)</source>
            <translation>50 % (posible)</translation>
        </message>
        <message>
            <source>8-bit display values</source>
            <translation>valores de imagen de 8 bits</translation>
        </message>
        <message>
            <source>80 % (likely)</source>
            <translation>80 % (probable)</translation>
        </message>
        <message>
            <source>8: pixels that meet at a corner are joined, so a narrow river stays whole. 4: only pixels that share an edge.</source>
            <translation>8: los píxeles que se tocan en una esquina se unen, así un río estrecho queda entero. 4: solo los píxeles que comparten un lado.</translation>
        </message>
        <message>
            <source>A GeoTIFF with VV and VH. A file of this name is replaced.</source>
            <translation>Un GeoTIFF con VV y VH. Se reemplaza el archivo que tenga este nombre.</translation>
        </message>
        <message>
            <source>A Python 3.10 or newer that has numpy, scipy, rasterio and onnxruntime; QGIS has to be restarted</source>
            <translation>Un Python 3.10 o posterior que tenga numpy, scipy, rasterio y onnxruntime; hay que reiniciar QGIS</translation>
        </message>
        <message>
            <source>A Sentinel-1 image with VV and VH, calibrated and terrain-corrected; for change and oil one band will do. A raster file.</source>
            <translation>Una imagen Sentinel-1 con VV y VH, calibrada y con corrección del terreno; para cambios e hidrocarburos basta una banda. Un archivo ráster.</translation>
        </message>
        <message>
            <source>A Sentinel-1 image, calibrated and terrain-corrected, with the bands VV and VH: a raster file of this machine.</source>
            <translation>Una imagen Sentinel-1, calibrada y con corrección del terreno, con las bandas VV y VH: un archivo ráster de este equipo.</translation>
        </message>
        <message>
            <source>A layer of polygons is needed.</source>
            <translation>Se necesita una capa de polígonos.</translation>
        </message>
        <message>
            <source>A layer of polygons, in any coordinate reference system, as it is now: with its edits and its filter.</source>
            <translation>Una capa de polígonos, en cualquier sistema de referencia de coordenadas, tal como está ahora: con sus ediciones y su filtro.</translation>
        </message>
        <message>
            <source>A layer of polygons, or a raster, is needed.</source>
            <translation>Se necesita una capa de polígonos o un ráster.</translation>
        </message>
        <message>
            <source>A network, or a classical threshold.</source>
            <translation>Una red neuronal o un umbral clásico.</translation>
        </message>
        <message>
            <source>A raster file of this machine is needed.</source>
            <translation>Se necesita un archivo ráster de este equipo.</translation>
        </message>
        <message>
            <source>Add a model of your own…</source>
            <translation>Añadir un modelo propio…</translation>
        </message>
        <message>
            <source>Add a raster layer: Layer, Add Layer, Add Raster Layer…</source>
            <translation>Añada una capa ráster: Capa, Añadir capa, Añadir capa ráster…</translation>
        </message>
        <message>
            <source>Add it to this project</source>
            <translation>Añadirlo a este proyecto</translation>
        </message>
        <message>
            <source>Adds the layers imageFootprint (what was observed) and notAnalysed (the rest, with the reason).</source>
            <translation>Añade las capas imageFootprint (lo observado) y notAnalysed (el resto, con el motivo).</translation>
        </message>
        <message>
            <source>After detection</source>
            <translation>Después de la detección</translation>
        </message>
        <message>
            <source>All cores</source>
            <translation>Todos los núcleos</translation>
        </message>
        <message>
            <source>All images in it; single-band files whose names differ only in VV and VH are one scene.</source>
            <translation>Todas sus imágenes; los archivos de una banda cuyos nombres solo difieren en VV y VH son una escena.</translation>
        </message>
        <message>
            <source>An earlier image of the same kind and place; best 12 or 24 days before, from the same satellite track. Its grid may differ.</source>
            <translation>Una imagen anterior del mismo tipo y lugar; mejor 12 o 24 días antes, de la misma órbita relativa. Su cuadrícula puede ser otra.</translation>
        </message>
        <message>
            <source>An earlier image of the same kind, with VV and VH; on any grid. Best 12 or 24 days before, from the same track.</source>
            <translation>Una imagen anterior del mismo tipo, con VV y VH; en cualquier cuadrícula. Mejor 12 o 24 días antes, de la misma órbita relativa.</translation>
        </message>
        <message>
            <source>An extent is XMIN,XMAX,YMIN,YMAX, with its reference system in square brackets where it is not the image's.</source>
            <translation>Una extensión es XMIN,XMAX,YMIN,YMAX, con su sistema de referencia entre corchetes si no es el de la imagen.</translation>
        </message>
        <message>
            <source>An image of the sea: VV where it has that band, else HH or its only band; a raster file of this machine.</source>
            <translation>Una imagen del mar: VV si tiene esa banda; si no, HH o su única banda; un archivo ráster de este equipo.</translation>
        </message>
        <message>
            <source>An installed model, or the path of a card. Empty: the task's own model.</source>
            <translation>Un modelo instalado o la ruta de una ficha. Vacío: el modelo propio de la tarea.</translation>
        </message>
        <message>
            <source>An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4; on any grid. Needs the radar image and the optical image before as well, and a model with an optical input, which is then taken where MODEL is empty.</source>
            <translation>Una imagen óptica de la fecha a cartografiar, como Sentinel-2 con B11, B8 y B4; en cualquier cuadrícula. Necesita también la imagen de radar y la imagen óptica anteriores, y un modelo con entrada óptica, que se toma si MODEL está vacío.</translation>
        </message>
        <message>
            <source>An optical image of the earlier date, with the same bands; on any grid.</source>
            <translation>Una imagen óptica de la fecha anterior, con las mismas bandas; en cualquier cuadrícula.</translation>
        </message>
        <message>
            <source>Area of interest</source>
            <translation>Área de interés</translation>
        </message>
        <message>
            <source>As found: {scale}</source>
            <translation>Lo hallado: {scale}</translation>
        </message>
        <message>
            <source>As the product has it, for comparison with other tools.</source>
            <translation>Tal como la tiene el producto, para comparar con otras herramientas.</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <source>Average over flips</source>
            <translation>Promediar con el espejo</translation>
        </message>
        <message>
            <source>Average over the mirror image as well. It takes twice the time.</source>
            <translation>Promediar también con la imagen en espejo. Tarda el doble.</translation>
        </message>
        <message>
            <source>BANDS '{text}' cannot be read.</source>
            <translation>BANDS '{text}' no se puede leer.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>Fondo</translation>
        </message>
        <message>
            <source>Backscatter change between two dates</source>
            <translation>Cambio de retrodispersión entre dos fechas</translation>
        </message>
        <message>
            <source>Backscatter decrease (darker)</source>
            <translation>Disminución de retrodispersión (más oscuro)</translation>
        </message>
        <message>
            <source>Backscatter increase (brighter)</source>
            <translation>Aumento de retrodispersión (más claro)</translation>
        </message>
        <message>
            <source>Bands</source>
            <translation>Bandas</translation>
        </message>
        <message>
            <source>Bands: {bands}</source>
            <translation>Bandas: {bands}</translation>
        </message>
        <message>
            <source>Begins the names, for example EMSR728; empty: the map's own name.</source>
            <translation>Encabeza los nombres, por ejemplo EMSR728; vacío: el nombre del propio mapa.</translation>
        </message>
        <message>
            <source>Begins the title, for example: Flood on the Elbe, June 2013.</source>
            <translation>Encabeza el título, por ejemplo: Inundación del Elba, junio de 2013.</translation>
        </message>
        <message>
            <source>Below {percent} %</source>
            <translation>Menos del {percent} %</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>CPU (about 150 MB to download, 520 MB on disk)</source>
            <translation>CPU (unos 150 MB de descarga, 520 MB en disco)</translation>
        </message>
        <message>
            <source>CPU threads</source>
            <translation>Hilos de CPU</translation>
        </message>
        <message>
            <source>CPU threads for an image; empty: all cores. 0: all cores.</source>
            <translation>Hilos de CPU para una imagen; vacío: todos los núcleos. 0: todos los núcleos.</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Calibración</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was written.</source>
            <translation>Cancelado. No se ha escrito nada.</translation>
        </message>
        <message>
            <source>Cancelled. What was finished stays; the same run goes on from there.</source>
            <translation>Cancelado. Lo terminado se conserva; la misma ejecución continúa desde ahí.</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Cancelando…</translation>
        </message>
        <message>
            <source>Card: {path}</source>
            <translation>Ficha: {path}</translation>
        </message>
        <message>
            <source>Change (dB)</source>
            <translation>Cambio (dB)</translation>
        </message>
        <message>
            <source>Change detected</source>
            <translation>Cambio detectado</translation>
        </message>
        <message>
            <source>Change in dB</source>
            <translation>Cambio en dB</translation>
        </message>
        <message>
            <source>Change needs an older image.</source>
            <translation>Para cambios hace falta una imagen anterior.</translation>
        </message>
        <message>
            <source>Change of radar backscatter (possible flood, building site or harvest), never proof of any of them; wind on water, rain, snow, crops and another viewing direction change it too. Preliminary, not field validated.</source>
            <translation>Cambio de la retrodispersión de radar (posible inundación, obra o cosecha), nunca prueba de ello; el viento sobre el agua, la lluvia, la nieve, los cultivos y otra geometría de observación también la cambian. Preliminar, sin validar en campo.</translation>
        </message>
        <message>
            <source>Change threshold</source>
            <translation>Cambiar el umbral</translation>
        </message>
        <message>
            <source>Check the coordinate reference system of the layer, or map the whole image.</source>
            <translation>Compruebe el sistema de referencia de coordenadas de la capa o cartografíe la imagen entera.</translation>
        </message>
        <message>
            <source>Check the path.</source>
            <translation>Compruebe la ruta.</translation>
        </message>
        <message>
            <source>Checking what was installed…</source>
            <translation>Comprobando lo instalado…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Comprobando…</translation>
        </message>
        <message>
            <source>Choose a folder, or tick layers and leave the folder empty.</source>
            <translation>Elija una carpeta, o marque capas y deje vacía la carpeta.</translation>
        </message>
        <message>
            <source>Choose another place for OUTPUT.</source>
            <translation>Elija otro lugar para OUTPUT.</translation>
        </message>
        <message>
            <source>Choose the class raster, or make the map again.</source>
            <translation>Elija el ráster de clases o haga el mapa de nuevo.</translation>
        </message>
        <message>
            <source>Choose the image that was taken earlier.</source>
            <translation>Elija la imagen tomada antes.</translation>
        </message>
        <message>
            <source>Choose: {candidates}?</source>
            <translation>Elija: ¿{candidates}?</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>Ráster de clases</translation>
        </message>
        <message>
            <source>Click the arrow beside the extent, or map the whole image.</source>
            <translation>Pulse la flecha junto a la extensión, o cartografíe la imagen entera.</translation>
        </message>
        <message>
            <source>Click the arrow to draw</source>
            <translation>Pulse la flecha para dibujar</translation>
        </message>
        <message>
            <source>Close other programs, or map a smaller extent.</source>
            <translation>Cierre otros programas o cartografíe una extensión menor.</translation>
        </message>
        <message>
            <source>Computed on: {device}</source>
            <translation>Calculado con: {device}</translation>
        </message>
        <message>
            <source>Computing on: {device}</source>
            <translation>Se calcula con: {device}</translation>
        </message>
        <message>
            <source>Connectivity</source>
            <translation>Conectividad</translation>
        </message>
        <message>
            <source>Coordinates: {crs}</source>
            <translation>Coordenadas: {crs}</translation>
        </message>
        <message>
            <source>Copied. Run it in a terminal, then click 'Check again':</source>
            <translation>Copiada. Ejecútela en un terminal y pulse después 'Comprobar de nuevo':</translation>
        </message>
        <message>
            <source>Copied. Run it on a computer of the same system with internet, bring the folder here, and take it with 'From a folder…':</source>
            <translation>Copiada. Ejecútela en un ordenador con el mismo sistema y con internet, traiga aquí la carpeta y tómela con 'Desde una carpeta…':</translation>
        </message>
        <message>
            <source>Correct it, or leave it out to map the whole image.</source>
            <translation>Corríjala, o déjela vacía para cartografiar la imagen entera.</translation>
        </message>
        <message>
            <source>Counts for each polygon of a layer (districts, parcels, river reaches) the hectares detected, reference water, masked, not observed, observed, and outside the image. "Not observed" is not "dry".

A pixel counts for the zone that holds its centre; zones may overlap. The output has the zones' own fields and the new ones.</source>
            <translation>Cuenta para cada polígono de una capa (municipios, parcelas, tramos de río) las hectáreas detectadas, de agua de referencia, enmascaradas, no observadas, observadas y fuera de la imagen. "No observado" no es "seco".

Un píxel cuenta para la zona que contiene su centro; las zonas pueden solaparse. El resultado tiene los campos de las zonas y los nuevos.</translation>
        </message>
        <message>
            <source>Dark features at sea, never proof of oil: low wind, natural films, rain, upwelling, ice, ship wakes and shadow at the coast look alike. To be checked by an analyst, a ship or an aircraft; slicks are seen in winds of about 2 to 12 m/s only. Preliminary, not field validated.</source>
            <translation>Manchas oscuras en el mar, nunca prueba de hidrocarburos: el viento flojo, las películas naturales, la lluvia, los afloramientos, el hielo, las estelas y la sombra de la costa se ven igual. Debe comprobarlas un analista, un barco o un avión; las manchas solo se ven con vientos de unos 2 a 12 m/s. Preliminar, sin validar en campo.</translation>
        </message>
        <message>
            <source>Dark ground everywhere</source>
            <translation>Terreno oscuro en todas partes</translation>
        </message>
        <message>
            <source>Dark-spot rule, against the sea around</source>
            <translation>Regla de manchas oscuras, frente al mar de alrededor</translation>
        </message>
        <message>
            <source>Detect change</source>
            <translation>Detectar cambios</translation>
        </message>
        <message>
            <source>Detect floods</source>
            <translation>Detectar inundaciones</translation>
        </message>
        <message>
            <source>Detect floods…</source>
            <translation>Detectar inundaciones…</translation>
        </message>
        <message>
            <source>Detect possible oil</source>
            <translation>Detectar posibles hidrocarburos</translation>
        </message>
        <message>
            <source>Detect water</source>
            <translation>Detectar agua</translation>
        </message>
        <message>
            <source>Detection</source>
            <translation>Detección</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Do again what is done</source>
            <translation>Repetir lo ya hecho</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Hecho</translation>
        </message>
        <message>
            <source>Drawn, typed or from a layer</source>
            <translation>Dibujada, escrita o de una capa</translation>
        </message>
        <message>
            <source>EXTENT '{value}' does not touch the image.</source>
            <translation>EXTENT '{value}' no toca la imagen.</translation>
        </message>
        <message>
            <source>Empty: 10, of products with larger pixels 20.</source>
            <translation>Vacío: 10; en productos de píxel mayor, 20.</translation>
        </message>
        <message>
            <source>Engine…</source>
            <translation>Motor…</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Evento</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extensión</translation>
        </message>
        <message>
            <source>Fill holes up to hectares</source>
            <translation>Rellenar huecos de hasta (ha)</translation>
        </message>
        <message>
            <source>Fixed threshold</source>
            <translation>Umbral fijo</translation>
        </message>
        <message>
            <source>Flood detected</source>
            <translation>Inundación detectada</translation>
        </message>
        <message>
            <source>Flood extent (water now, not usually)</source>
            <translation>Extensión de la inundación (agua ahora, no habitual)</translation>
        </message>
        <message>
            <source>Folder of packages</source>
            <translation>Carpeta de los paquetes</translation>
        </message>
        <message>
            <source>Folder of radar images</source>
            <translation>Carpeta de imágenes de radar</translation>
        </message>
        <message>
            <source>Folder of results</source>
            <translation>Carpeta de resultados</translation>
        </message>
        <message>
            <source>Folder of the event</source>
            <translation>Carpeta del evento</translation>
        </message>
        <message>
            <source>Folder of the results (FOLDER/NAME/NAME_class.tif and so on) and of the table summary.csv.</source>
            <translation>Carpeta de los resultados (CARPETA/NOMBRE/NOMBRE_class.tif, etc.) y de la tabla summary.csv.</translation>
        </message>
        <message>
            <source>Footprint as well</source>
            <translation>También la huella</translation>
        </message>
        <message>
            <source>For example EMSR728; empty: the map's own name</source>
            <translation>Por ejemplo EMSR728; vacío: el nombre del mapa</translation>
        </message>
        <message>
            <source>For the fields prob_mean and prob_max; empty: the one of the same run, where it lies beside the map.</source>
            <translation>Para los campos prob_mean y prob_max; vacío: la de la misma ejecución, si está junto al mapa.</translation>
        </message>
        <message>
            <source>Found by itself</source>
            <translation>Se encuentra solo</translation>
        </message>
        <message>
            <source>From a card…</source>
            <translation>Desde una ficha…</translation>
        </message>
        <message>
            <source>GRD</source>
            <translation>GRD</translation>
        </message>
        <message>
            <source>GeoPackage (.gpkg), GeoJSON (.geojson, in degrees) or Shapefile (.shp). A file of this name is replaced.</source>
            <translation>GeoPackage (.gpkg), GeoJSON (.geojson, en grados) o Shapefile (.shp). Se reemplaza el archivo que tenga este nombre.</translation>
        </message>
        <message>
            <source>Graphics card (large download)</source>
            <translation>Tarjeta gráfica (descarga grande)</translation>
        </message>
        <message>
            <source>Hectares detected</source>
            <translation>Hectáreas detectadas</translation>
        </message>
        <message>
            <source>Hectares in polygons</source>
            <translation>Hectáreas en polígonos</translation>
        </message>
        <message>
            <source>Hectares in smaller pieces</source>
            <translation>Hectáreas en piezas menores</translation>
        </message>
        <message>
            <source>Hectares in zones</source>
            <translation>Hectáreas por zonas</translation>
        </message>
        <message>
            <source>Hectares masked</source>
            <translation>Hectáreas enmascaradas</translation>
        </message>
        <message>
            <source>Hectares not observed</source>
            <translation>Hectáreas no observadas</translation>
        </message>
        <message>
            <source>Hectares observed</source>
            <translation>Hectáreas observadas</translation>
        </message>
        <message>
            <source>Hectares of decrease</source>
            <translation>Hectáreas de disminución</translation>
        </message>
        <message>
            <source>Hectares of increase</source>
            <translation>Hectáreas de aumento</translation>
        </message>
        <message>
            <source>Hectares of reference water</source>
            <translation>Hectáreas de agua de referencia</translation>
        </message>
        <message>
            <source>Hectares outside the image</source>
            <translation>Hectáreas fuera de la imagen</translation>
        </message>
        <message>
            <source>Heights (DEM)</source>
            <translation>Alturas (MDE)</translation>
        </message>
        <message>
            <source>Heights count from</source>
            <translation>Referencia de las alturas</translation>
        </message>
        <message>
            <source>How far outlines may be moved on the ground; 0: not at all. The field area_ha stays the area of the pixels.</source>
            <translation>Cuánto pueden moverse los contornos sobre el terreno; 0: nada. El campo area_ha conserva el área de los píxeles.</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Image before</source>
            <translation>Imagen anterior</translation>
        </message>
        <message>
            <source>Image before the flood</source>
            <translation>Imagen anterior a la inundación</translation>
        </message>
        <message>
            <source>Image before:</source>
            <translation>Imagen anterior:</translation>
        </message>
        <message>
            <source>Image during the flood</source>
            <translation>Imagen durante la inundación</translation>
        </message>
        <message>
            <source>Image of the sea</source>
            <translation>Imagen del mar</translation>
        </message>
        <message>
            <source>In metres, on any grid: hills come to their place, and layover and shadow are found.</source>
            <translation>En metros, en cualquier cuadrícula: el relieve queda en su lugar, y se hallan layover y sombra.</translation>
        </message>
        <message>
            <source>Install Tidemark again.</source>
            <translation>Instale Tidemark de nuevo.</translation>
        </message>
        <message>
            <source>Install the engine again: Tidemark panel, 'Engine'.</source>
            <translation>Instale el motor de nuevo: panel de Tidemark, 'Motor'.</translation>
        </message>
        <message>
            <source>Installation stopped.</source>
            <translation>Instalación detenida.</translation>
        </message>
        <message>
            <source>Installed: {names}.</source>
            <translation>Instalados: {names}.</translation>
        </message>
        <message>
            <source>Installing into {folder}</source>
            <translation>Instalando en {folder}</translation>
        </message>
        <message>
            <source>Install…</source>
            <translation>Instalar…</translation>
        </message>
        <message>
            <source>Instead of a folder: layers with VV and VH, each a raster file of this machine.</source>
            <translation>En lugar de una carpeta: capas con VV y VH, cada una un archivo ráster de este equipo.</translation>
        </message>
        <message>
            <source>Is drawn below the map, for example the radar image or a base map; empty: white paper.</source>
            <translation>Se dibuja bajo el mapa, por ejemplo la imagen de radar o un mapa base; vacío: papel blanco.</translation>
        </message>
        <message>
            <source>Its card (NAME.json) with its network (.onnx) beside it; the folder models of Tidemark has examples</source>
            <translation>Su ficha (NOMBRE.json) con su red (.onnx) al lado; la carpeta models de Tidemark tiene ejemplos</translation>
        </message>
        <message>
            <source>Its card has no figures: nobody has told how good it is.</source>
            <translation>Su ficha no tiene cifras: nadie ha dicho lo bueno que es.</translation>
        </message>
        <message>
            <source>Its files stay where they are</source>
            <translation>Sus archivos quedan donde están</translation>
        </message>
        <message>
            <source>Its pixel values are not clear: choose 'Pixel values' below, for both images.</source>
            <translation>Sus valores de píxel no están claros: elija abajo 'Valores de píxel', para ambas imágenes.</translation>
        </message>
        <message>
            <source>Its value from which water is usual; empty: 75 per cent, 8 months or 1.</source>
            <translation>Su valor a partir del cual el agua es habitual; vacío: 75 por ciento, 8 meses o 1.</translation>
        </message>
        <message>
            <source>Keep the result in</source>
            <translation>Conservar el resultado en</translation>
        </message>
        <message>
            <source>Kept in {folder}</source>
            <translation>Conservado en {folder}</translation>
        </message>
        <message>
            <source>Kittler-Illingworth thresholds on tiles</source>
            <translation>Umbrales de Kittler-Illingworth por teselas</translation>
        </message>
        <message>
            <source>Land</source>
            <translation>Tierra</translation>
        </message>
        <message>
            <source>Layover and radar shadow, with a DEM</source>
            <translation>Layover y sombra de radar, con un MDE</translation>
        </message>
        <message>
            <source>Layover and radar shadow; what is not 0 is not mapped (class 251). The radar could not see there.</source>
            <translation>Layover y sombra de radar; lo que no es 0 no se cartografía (clase 251). El radar no pudo ver allí.</translation>
        </message>
        <message>
            <source>Least area in hectares</source>
            <translation>Área mínima en hectáreas</translation>
        </message>
        <message>
            <source>Leave out: height above the nearest drainage</source>
            <translation>Excluir: altura sobre el drenaje más cercano</translation>
        </message>
        <message>
            <source>Leave out: layover and radar shadow</source>
            <translation>Excluir: layover y sombra de radar</translation>
        </message>
        <message>
            <source>Leave out: polygons</source>
            <translation>Excluir: polígonos</translation>
        </message>
        <message>
            <source>Leave out: slope</source>
            <translation>Excluir: pendiente</translation>
        </message>
        <message>
            <source>Leave possible water among plants or buildings out of the map. It has a class of its own (5), is counted apart, and is never reference water.</source>
            <translation>Dejar fuera del mapa la posible agua entre vegetación o edificios. Tiene su propia clase (5), se cuenta aparte y nunca es agua de referencia.</translation>
        </message>
        <message>
            <source>Leave the thermal noise in</source>
            <translation>Dejar el ruido térmico</translation>
        </message>
        <message>
            <source>Left out:</source>
            <translation>Excluido:</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Leyenda</translation>
        </message>
        <message>
            <source>Let it end in {endings}.</source>
            <translation>Haga que termine en {endings}.</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>Limitaciones</translation>
        </message>
        <message>
            <source>Log-ratio, Kittler-Illingworth threshold</source>
            <translation>Log-cociente, umbral de Kittler-Illingworth</translation>
        </message>
        <message>
            <source>Log-ratio, Otsu threshold</source>
            <translation>Log-cociente, umbral de Otsu</translation>
        </message>
        <message>
            <source>Log-ratio, from 3 dB either way</source>
            <translation>Log-cociente, desde 3 dB en ambos sentidos</translation>
        </message>
        <message>
            <source>Looking for the engine…</source>
            <translation>Buscando el motor…</translation>
        </message>
        <message>
            <source>Make polygons</source>
            <translation>Crear polígonos</translation>
        </message>
        <message>
            <source>Makes polygons of what was detected. Each has its geodesic area in hectares, right in any coordinate reference system, its mean and highest probability, and says which image, model and threshold it comes from.

The file is read in strips, so a whole scene needs little memory.</source>
            <translation>Crea polígonos de lo detectado. Cada uno lleva su área geodésica en hectáreas, correcta en cualquier sistema de referencia de coordenadas, su probabilidad media y máxima, y dice de qué imagen, modelo y umbral procede.

El archivo se lee por franjas, así una escena entera necesita poca memoria.</translation>
        </message>
        <message>
            <source>Makes the map of an earlier run anew with another threshold, from its stored probability, in seconds and without the network. A lower threshold finds more and invents more.

The run record (NAME_run.json) and the class raster should lie beside the probability (NAME_probability.tif), as the run wrote them: they tell what the map shows and what was left out. The new map gets a record of its own, which says where it comes from.</source>
            <translation>Rehace el mapa de una ejecución anterior con otro umbral, a partir de su probabilidad guardada, en segundos y sin la red. Un umbral más bajo encuentra más e inventa más.

El registro (NAME_run.json) y el ráster de clases deben estar junto a la probabilidad (NAME_probability.tif), tal como los escribió la ejecución: dicen qué muestra el mapa y qué se excluyó. El mapa nuevo recibe su propio registro, que dice de dónde viene.</translation>
        </message>
        <message>
            <source>Map many scenes</source>
            <translation>Cartografiar muchas escenas</translation>
        </message>
        <message>
            <source>Map on one page (PDF)</source>
            <translation>Mapa en una página (PDF)</translation>
        </message>
        <message>
            <source>Map water, floods, change and possible oil from radar images</source>
            <translation>Cartografía agua, inundaciones, cambios y posibles hidrocarburos a partir de imágenes de radar</translation>
        </message>
        <message>
            <source>Map {name}</source>
            <translation>Mapa {name}</translation>
        </message>
        <message>
            <source>Maps dark features at sea in one band of a radar image (VV is best): possible oil / dark feature (class 1). Polygons with area, length, contrast to the sea around, distance to land and confidence are written beside the map (NAME_features.gpkg) where the image has a georeference.

Give the land, as polygons or as a raster: dark land, lakes and radar shadow at the coast pass for features otherwise. Give the wind where you know it: in calm air much of the sea is dark, and in strong wind oil is not seen.

A dark feature is never proof of oil. Look-alikes are common: low wind, natural films, algae, rain, upwelling, ice, ship wakes. Real look-alikes were not part of any test. An analyst, a ship or an aircraft has to check. Slicks are seen in winds of about 2 to 12 m/s only; none seen is not none there. Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere.</source>
            <translation>Cartografía manchas oscuras en el mar en una banda de una imagen de radar (mejor VV): posibles hidrocarburos / mancha oscura (clase 1). Junto al mapa se escriben polígonos con área, longitud, contraste con el mar de alrededor, distancia a tierra y confianza (NAME_features.gpkg), si la imagen está georreferenciada.

Indique la tierra, como polígonos o como ráster: si no, la tierra oscura, los lagos y la sombra de radar de la costa pasan por manchas. Indique el viento si lo conoce: con calma gran parte del mar es oscura, y con viento fuerte los hidrocarburos no se ven.

Una mancha oscura nunca es prueba de hidrocarburos. Los falsos positivos son frecuentes: viento flojo, películas naturales, algas, lluvia, afloramientos, hielo, estelas. Ninguna prueba incluyó falsos positivos reales. Debe comprobarlo un analista, un barco o un avión. Las manchas se ven con vientos de unos 2 a 12 m/s; no ver ninguna no significa que no la haya. Preliminar, sin validar en campo. Todo se calcula en este equipo, en un proceso propio. No se envía nada a ninguna parte.</translation>
        </message>
        <message>
            <source>Maps every image of a folder, or every layer of a list, one after the other, each with its own result, and keeps a summary table. A scene that fails does not stop the others.

What is done already is skipped and what failed is tried again: the same run goes on after an interruption.</source>
            <translation>Cartografía todas las imágenes de una carpeta, o todas las capas de una lista, una tras otra, cada una con su propio resultado, y lleva una tabla resumen. Una escena que falla no detiene a las demás.

Lo ya hecho se omite y lo que falló se intenta de nuevo: la misma ejecución continúa tras una interrupción.</translation>
        </message>
        <message>
            <source>Maps flood: what is water in the radar image now and was not in an image before, or is not in a raster of reference water (class 1). Water of both is reference water (class 2).

With neither of them, the map shows water on one date, and is called water extent, not flood.

The image before may lie on another grid; best is the same season and the same satellite track. Steep ground, heights above the drainage, layover and polygons of your own can be left out.

Cloud-free optical images of both dates may stand beside the two radar images; under clouds and outside them the radar decides alone, and the messages say for how much of the area they were used.

Open, calm water only: flooded vegetation, flooded streets and wind-roughened water may be missed. Not observed is not dry. Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere.</source>
            <translation>Cartografía inundaciones: lo que es agua ahora en la imagen de radar y no lo era en una imagen anterior, o no lo es en un ráster de agua de referencia (clase 1). El agua de ambos es agua de referencia (clase 2).

Sin ninguno de los dos, el mapa muestra el agua de una fecha, y se llama extensión del agua, no inundación.

La imagen anterior puede estar en otra cuadrícula; lo mejor es la misma estación del año y la misma órbita relativa. Se pueden excluir terreno escarpado, alturas sobre el drenaje, layover y polígonos propios.

Junto a las dos imágenes de radar pueden ponerse imágenes ópticas sin nubes de ambas fechas; bajo las nubes y fuera de ellas decide solo el radar, y los mensajes dicen en qué parte del área se usaron.

Solo agua abierta y en calma: la vegetación inundada, las calles inundadas y el agua rizada por el viento pueden escaparse. No observado no es seco. Preliminar, sin validar en campo. Todo se calcula en este equipo, en un proceso propio. No se envía nada a ninguna parte.</translation>
        </message>
        <message>
            <source>Maps open water in one Sentinel-1 image (VV and VH) with a small network, on this machine and in a process of its own. Nothing is sent anywhere.

The map lies on the image's own grid: 0 not detected, 1 detected, 250 to 252 left out, 255 not observed. The probability (0 to 100, 255 not observed), a run record and styles are written beside it under the same name.

Open, calm water only: flooded vegetation, flooded streets and wind-roughened water may be missed. Dry sand, airfields and radar shadow may be taken for water. Preliminary, not validated in the field.</source>
            <translation>Cartografía el agua abierta en una imagen Sentinel-1 (VV y VH) con una red pequeña, en este equipo y en un proceso propio. No se envía nada a ninguna parte.

El mapa está en la cuadrícula de la propia imagen: 0 no detectado, 1 detectado, 250 a 252 excluido, 255 no observado. La probabilidad (0 a 100, 255 no observado), un registro de la ejecución y los estilos se escriben al lado con el mismo nombre.

Solo agua abierta y en calma: la vegetación inundada, las calles inundadas y el agua rizada por el viento pueden escaparse. La arena seca, los aeródromos y la sombra de radar pueden tomarse por agua. Preliminar, sin validar en campo.</translation>
        </message>
        <message>
            <source>Maps where the backscatter of two radar images of one place differs: it became darker (decrease, class 3) or brighter (increase, class 4). Where the images are calibrated, the change in dB is written as well (NAME_change_db.tif); for 8-bit pictures, whose brightness is matched first, darker and brighter are relative.

One band or two (VV, VH), the same ones and the same kind of values on both dates; the image before may lie on another grid. Best is the same satellite track and the same season: another viewing direction changes everything.

Change of backscatter is not proof of anything: it may be a flood, a building site or a harvest. Wind on water, rain, snow, crops and the moisture of the soil change it too. The map does not know which; look at other images before you act. Not observed is not unchanged. Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere.</source>
            <translation>Cartografía dónde difiere la retrodispersión de dos imágenes de radar de un mismo lugar: se oscureció (disminución, clase 3) o se aclaró (aumento, clase 4). Si las imágenes están calibradas, se escribe también el cambio en dB (NAME_change_db.tif); en imágenes de 8 bits, cuyo brillo se iguala antes, más oscuro y más claro son relativos.

Una banda o dos (VV, VH), las mismas y con el mismo tipo de valores en ambas fechas; la imagen anterior puede estar en otra cuadrícula. Lo mejor es la misma órbita relativa y la misma estación del año: otra geometría de observación lo cambia todo.

Un cambio de retrodispersión no prueba nada: puede ser una inundación, una obra o una cosecha. También la cambian el viento sobre el agua, la lluvia, la nieve, los cultivos y la humedad del suelo. El mapa no sabe cuál; mire otras imágenes antes de actuar. No observado no es sin cambio. Preliminar, sin validar en campo. Todo se calcula en este equipo, en un proceso propio. No se envía nada a ninguna parte.</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Medido</translation>
        </message>
        <message>
            <source>Measured again by:</source>
            <translation>Se mide de nuevo con:</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Método</translation>
        </message>
        <message>
            <source>Method: network '{model}'</source>
            <translation>Método: red '{model}'</translation>
        </message>
        <message>
            <source>Method: unknown</source>
            <translation>Método: desconocido</translation>
        </message>
        <message>
            <source>Method: {name} (a classical threshold)</source>
            <translation>Método: {name} (un umbral clásico)</translation>
        </message>
        <message>
            <source>Metres above the nearest drainage; over 15 is not mapped (class 250). No flood is expected there, and dark ground is not taken for one.</source>
            <translation>Metros sobre el drenaje más cercano; por encima de 15 no se cartografía (clase 250). Allí no se espera inundación, y el terreno oscuro no se toma por ella.</translation>
        </message>
        <message>
            <source>Minimum area in hectares</source>
            <translation>Área mínima en hectáreas</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Model card</source>
            <translation>Ficha del modelo</translation>
        </message>
        <message>
            <source>Model cards (*.json)</source>
            <translation>Fichas de modelo (*.json)</translation>
        </message>
        <message>
            <source>Move the map to the image, or map the whole image.</source>
            <translation>Mueva el mapa hasta la imagen, o cartografíe la imagen entera.</translation>
        </message>
        <message>
            <source>Multiscale inference; empty: the model's. For example 0.5,0.75,1. More scales are slower and steadier.</source>
            <translation>Inferencia multiescala; vacío: la del modelo. Por ejemplo 0.5,0.75,1. Más escalas son más lentas y más estables.</translation>
        </message>
        <message>
            <source>NAME_probability.tif of an earlier run, with NAME_run.json beside it.</source>
            <translation>NAME_probability.tif de una ejecución anterior, con NAME_run.json al lado.</translation>
        </message>
        <message>
            <source>NVIDIA graphics card (CUDA)</source>
            <translation>Tarjeta gráfica NVIDIA (CUDA)</translation>
        </message>
        <message>
            <source>Neural network</source>
            <translation>Red neuronal</translation>
        </message>
        <message>
            <source>Newer image</source>
            <translation>Imagen más reciente</translation>
        </message>
        <message>
            <source>No data at the edge, dark inside</source>
            <translation>Sin datos en el borde, oscuro dentro</translation>
        </message>
        <message>
            <source>No data everywhere</source>
            <translation>Sin datos en todas partes</translation>
        </message>
        <message>
            <source>No extent has been drawn yet.</source>
            <translation>Aún no se ha dibujado ninguna extensión.</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>None is installed</source>
            <translation>No hay ninguno instalado</translation>
        </message>
        <message>
            <source>Not detected</source>
            <translation>No detectado</translation>
        </message>
        <message>
            <source>Not mapped: excluded</source>
            <translation>No cartografiado: excluido</translation>
        </message>
        <message>
            <source>Not mapped: layover or shadow</source>
            <translation>No cartografiado: layover o sombra</translation>
        </message>
        <message>
            <source>Not mapped: outside the task</source>
            <translation>No cartografiado: fuera de la tarea</translation>
        </message>
        <message>
            <source>Not mapped: terrain</source>
            <translation>No cartografiado: relieve</translation>
        </message>
        <message>
            <source>Not observed</source>
            <translation>No observado</translation>
        </message>
        <message>
            <source>Not observed (not dry)</source>
            <translation>No observado (no significa seco)</translation>
        </message>
        <message>
            <source>Nothing was written.</source>
            <translation>No se ha escrito nada.</translation>
        </message>
        <message>
            <source>Number of polygons</source>
            <translation>Número de polígonos</translation>
        </message>
        <message>
            <source>Number of zones</source>
            <translation>Número de zonas</translation>
        </message>
        <message>
            <source>ONNX</source>
            <translation>ONNX</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' has no ending that polygons can have.</source>
            <translation>OUTPUT '{name}' no tiene una extensión válida para polígonos.</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' has no ending that this can be written with.</source>
            <translation>OUTPUT '{name}' no tiene una extensión con la que se pueda escribir.</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' is no GeoTIFF: let its name end in .tif.</source>
            <translation>OUTPUT '{name}' no es un GeoTIFF: haga que su nombre termine en .tif.</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' is no PDF: let its name end in .pdf.</source>
            <translation>OUTPUT '{name}' no es un PDF: haga que su nombre termine en .pdf.</translation>
        </message>
        <message>
            <source>Of the image; empty: the UTM zone of its centre.</source>
            <translation>De la imagen; vacío: la zona UTM de su centro.</translation>
        </message>
        <message>
            <source>On Debian and Ubuntu, pip comes with the package python3-pip.</source>
            <translation>En Debian y Ubuntu, pip viene con el paquete python3-pip.</translation>
        </message>
        <message>
            <source>One GeoPackage instead of a folder</source>
            <translation>Un GeoPackage en lugar de una carpeta</translation>
        </message>
        <message>
            <source>One file, but without the PDF, and QGIS 3.22 shows its rasters in grey. The folder opens with its colours everywhere.</source>
            <translation>Un solo archivo, pero sin el PDF, y QGIS 3.22 muestra sus rásteres en gris. La carpeta se abre con sus colores en todas partes.</translation>
        </message>
        <message>
            <source>One-page PDF</source>
            <translation>PDF de una página</translation>
        </message>
        <message>
            <source>Open the Tidemark panel and click 'Install', or set '{setting}' in QGIS's settings to a Python that has them.</source>
            <translation>Abra el panel de Tidemark y pulse 'Instalar', o ponga en '{setting}', en la configuración de QGIS, un Python que los tenga.</translation>
        </message>
        <message>
            <source>Open the Tidemark panel, click 'Engine…' and install the engine again.</source>
            <translation>Abra el panel de Tidemark, pulse 'Motor…' e instale el motor de nuevo.</translation>
        </message>
        <message>
            <source>Open water only</source>
            <translation>Solo agua abierta</translation>
        </message>
        <message>
            <source>Open, calm water only; flooded vegetation and built-up areas may be missed. Preliminary, not field validated.</source>
            <translation>Solo agua abierta y en calma; la vegetación inundada y las zonas edificadas pueden escaparse. Preliminar, sin validar en campo.</translation>
        </message>
        <message>
            <source>Optical bands</source>
            <translation>Bandas ópticas</translation>
        </message>
        <message>
            <source>Optical bands: {bands}</source>
            <translation>Bandas ópticas: {bands}</translation>
        </message>
        <message>
            <source>Optical image</source>
            <translation>Imagen óptica</translation>
        </message>
        <message>
            <source>Optical image before the flood</source>
            <translation>Imagen óptica anterior a la inundación</translation>
        </message>
        <message>
            <source>Optical images</source>
            <translation>Imágenes ópticas</translation>
        </message>
        <message>
            <source>Optical images (in use)</source>
            <translation>Imágenes ópticas (en uso)</translation>
        </message>
        <message>
            <source>Optical images:</source>
            <translation>Imágenes ópticas:</translation>
        </message>
        <message>
            <source>Otherwise a scene whose result is there, made with the same options, is skipped.</source>
            <translation>Si no, se omite una escena cuyo resultado ya existe, hecho con las mismas opciones.</translation>
        </message>
        <message>
            <source>Otsu threshold</source>
            <translation>Umbral de Otsu</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>Archivos PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Package for hand-over</source>
            <translation>Paquete de entrega</translation>
        </message>
        <message>
            <source>Package, where it is a GeoPackage</source>
            <translation>Paquete, si es un GeoPackage</translation>
        </message>
        <message>
            <source>Package, where it is a folder</source>
            <translation>Paquete, si es una carpeta</translation>
        </message>
        <message>
            <source>Packaged: {folder}</source>
            <translation>Empaquetado: {folder}</translation>
        </message>
        <message>
            <source>Packaged: {path}</source>
            <translation>Empaquetado: {path}</translation>
        </message>
        <message>
            <source>Packaging…</source>
            <translation>Empaquetando…</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Página</translation>
        </message>
        <message>
            <source>Page written to {path}</source>
            <translation>Página escrita en {path}</translation>
        </message>
        <message>
            <source>Pixel in metres</source>
            <translation>Píxel en metros</translation>
        </message>
        <message>
            <source>Pixel values</source>
            <translation>Valores de píxel</translation>
        </message>
        <message>
            <source>Pixels of {low:g} to {high:g} m as they are; others are resampled</source>
            <translation>Los píxeles de {low:g} a {high:g} m se toman como están; otros se remuestrean</translation>
        </message>
        <message>
            <source>Please report this: it is a fault of Tidemark.</source>
            <translation>Comuníquelo, por favor: es un fallo de Tidemark.</translation>
        </message>
        <message>
            <source>Polygons</source>
            <translation>Polígonos</translation>
        </message>
        <message>
            <source>Polygons of 0.5 ha and more</source>
            <translation>Polígonos de 0,5 ha o más</translation>
        </message>
        <message>
            <source>Polygons of land, or a raster that is not 0 on land (254). Land is not mapped; a layer is taken with its edits.</source>
            <translation>Polígonos de tierra, o un ráster que no es 0 en tierra (254). La tierra no se cartografía; una capa se toma con sus ediciones.</translation>
        </message>
        <message>
            <source>Polygons that are not to be mapped (class 252). Reservoirs, rice fields, the sea. The layer as it is now, with its edits.</source>
            <translation>Polígonos que no deben cartografiarse (clase 252). Embalses, arrozales, el mar. La capa tal como está ahora, con sus ediciones.</translation>
        </message>
        <message>
            <source>Possible oil / dark feature</source>
            <translation>Posibles hidrocarburos / mancha oscura</translation>
        </message>
        <message>
            <source>Possible oil / dark feature, high confidence</source>
            <translation>Posibles hidrocarburos / mancha oscura, confianza alta</translation>
        </message>
        <message>
            <source>Possible oil / dark feature, low confidence</source>
            <translation>Posibles hidrocarburos / mancha oscura, confianza baja</translation>
        </message>
        <message>
            <source>Possible oil / dark feature, medium confidence</source>
            <translation>Posibles hidrocarburos / mancha oscura, confianza media</translation>
        </message>
        <message>
            <source>Possible oil: polygons with confidence</source>
            <translation>Posibles hidrocarburos: polígonos con confianza</translation>
        </message>
        <message>
            <source>Possible water among plants or buildings</source>
            <translation>Posible agua entre vegetación o edificios</translation>
        </message>
        <message>
            <source>Prepare a Sentinel-1 product</source>
            <translation>Preparar un producto Sentinel-1</translation>
        </message>
        <message>
            <source>Probability (%)</source>
            <translation>Probabilidad (%)</translation>
        </message>
        <message>
            <source>Probability from which a pixel is detected; empty: the model's.</source>
            <translation>Probabilidad a partir de la cual se detecta un píxel; vacío: la del modelo.</translation>
        </message>
        <message>
            <source>Probability raster</source>
            <translation>Ráster de probabilidad</translation>
        </message>
        <message>
            <source>Probability, 0.01 to 1, from which a pixel counts as detected.</source>
            <translation>Probabilidad, de 0.01 a 1, a partir de la cual un píxel cuenta como detectado.</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Producto</translation>
        </message>
        <message>
            <source>Proposed where results, pages and packages are saved</source>
            <translation>Se propone al guardar resultados, páginas y paquetes</translation>
        </message>
        <message>
            <source>Puts a map into a folder of its own for its recipient: rasters, polygons that lie beside them (NAME_*.gpkg), the one-page PDF (NAME_map.pdf), styles, run record and a README in plain words, under names that say what they are: EVENT_AOI_PRODUCT_LAYER_vN.

Or into one GeoPackage, without the PDF. QGIS 3.22 shows its rasters in grey, for it takes no styles of rasters from a GeoPackage; newer ones show the colours.

Nothing is ever overwritten: the next package of the same event is the next version.</source>
            <translation>Pone un mapa en una carpeta propia para quien lo recibe: rásteres, polígonos que están junto a ellos (NAME_*.gpkg), el PDF de una página (NAME_map.pdf), estilos, registro de la ejecución y un README en palabras llanas, con nombres que dicen qué son: EVENT_AOI_PRODUCT_LAYER_vN.

O en un GeoPackage, sin el PDF. QGIS 3.22 muestra sus rásteres en gris, porque no toma estilos de rásteres de un GeoPackage; las versiones más nuevas muestran los colores.

Nunca se sobrescribe nada: el siguiente paquete del mismo evento es la versión siguiente.</translation>
        </message>
        <message>
            <source>Puts a map on one A4 page for its recipient: what was detected, hectares, legend, scale, sources, time of the image and limits. The words come from the run record (NAME_run.json), which has to lie beside the class raster, as the run wrote it.</source>
            <translation>Pone un mapa en una página A4 para quien lo recibe: lo detectado, hectáreas, leyenda, escala, fuentes, hora de la imagen y limitaciones. Las palabras vienen del registro de la ejecución (NAME_run.json), que debe estar junto al ráster de clases, tal como lo escribió la ejecución.</translation>
        </message>
        <message>
            <source>Python of the engine</source>
            <translation>Python del motor</translation>
        </message>
        <message>
            <source>Python {python}, onnxruntime {onnxruntime} ({providers})</source>
            <translation>Python {python}, onnxruntime {onnxruntime} ({providers})</translation>
        </message>
        <message>
            <source>QGIS's own Python was not found. Copy the command and run it in a terminal.</source>
            <translation>No se encontró el Python de QGIS. Copie la orden y ejecútela en un terminal.</translation>
        </message>
        <message>
            <source>README of the package</source>
            <translation>README del paquete</translation>
        </message>
        <message>
            <source>Radar image</source>
            <translation>Imagen de radar</translation>
        </message>
        <message>
            <source>Radar image before</source>
            <translation>Imagen de radar anterior</translation>
        </message>
        <message>
            <source>Radar image before the flood</source>
            <translation>Imagen de radar anterior a la inundación</translation>
        </message>
        <message>
            <source>Radar image of {time} UTC</source>
            <translation>Imagen de radar de {time} UTC</translation>
        </message>
        <message>
            <source>Radar image:</source>
            <translation>Imagen de radar:</translation>
        </message>
        <message>
            <source>Reading the image…</source>
            <translation>Leyendo la imagen…</translation>
        </message>
        <message>
            <source>Reads a Sentinel-1 GRD product as it was downloaded, removes thermal and border noise, calibrates, and places it on a map grid, as the detecting algorithms need it.

With a DEM, hills come to their place, and layover and radar shadow are written beside the image, for LAYOVER of the detecting algorithms. Without one, the ground lies where the product's own grid has it.</source>
            <translation>Lee un producto Sentinel-1 GRD tal como se descargó, quita el ruido térmico y de borde, lo calibra y lo coloca en una cuadrícula cartográfica, como lo necesitan los algoritmos de detección.

Con un MDE, el relieve queda en su lugar, y el layover y la sombra de radar se escriben junto a la imagen, para LAYOVER de los algoritmos de detección. Sin él, el terreno queda donde lo tiene la cuadrícula del propio producto.</translation>
        </message>
        <message>
            <source>Reference system</source>
            <translation>Sistema de referencia</translation>
        </message>
        <message>
            <source>Reference water</source>
            <translation>Agua de referencia</translation>
        </message>
        <message>
            <source>Reference water from</source>
            <translation>Agua de referencia desde</translation>
        </message>
        <message>
            <source>Reference water:</source>
            <translation>Agua de referencia:</translation>
        </message>
        <message>
            <source>Reference water: occurrence in per cent, months of water, or 0 and 1. A raster of where water usually is, such as JRC Global Surface Water, on any grid.</source>
            <translation>Agua de referencia: ocurrencia en por ciento, meses con agua, o 0 y 1. Un ráster de dónde suele haber agua, como JRC Global Surface Water, en cualquier cuadrícula.</translation>
        </message>
        <message>
            <source>Repair the layer's source, or choose another layer.</source>
            <translation>Repare el origen de la capa o elija otra capa.</translation>
        </message>
        <message>
            <source>Result: {name}</source>
            <translation>Resultado: {name}</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Resultados</translation>
        </message>
        <message>
            <source>Run record</source>
            <translation>Registro de la ejecución</translation>
        </message>
        <message>
            <source>SAFE</source>
            <translation>SAFE</translation>
        </message>
        <message>
            <source>SAR</source>
            <translation>SAR</translation>
        </message>
        <message>
            <source>SIMULATED image: this map shows no real place</source>
            <translation>Imagen SIMULADA: este mapa no muestra ningún lugar real</translation>
        </message>
        <message>
            <source>Save it as a GeoPackage (right-click the layer, Export) and choose the new layer.</source>
            <translation>Guárdela como GeoPackage (clic derecho en la capa, Exportar) y elija la capa nueva.</translation>
        </message>
        <message>
            <source>Save it as a GeoTIFF (right-click the layer, Export, Save As…) and choose the new layer.</source>
            <translation>Guárdela como GeoTIFF (clic derecho en la capa, Exportar, Guardar como…) y elija la capa nueva.</translation>
        </message>
        <message>
            <source>Save it with them (right-click the layer, Export, Save As…), or take them off (its properties, Transparency).</source>
            <translation>Guárdela con ellos (clic derecho en la capa, Exportar, Guardar como…) o quítelos (sus propiedades, Transparencia).</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>Guardado como {path}</translation>
        </message>
        <message>
            <source>Say which band is which with --optical-bands, e.g. swir=1,nir=2,visible=3 (in QGIS: 'Optical bands').</source>
            <translation>Diga qué banda es cuál en 'Bandas ópticas', p. ej. swir=1,nir=2,visible=3.</translation>
        </message>
        <message>
            <source>Scale 1 : {denominator}, on A4</source>
            <translation>Escala 1 : {denominator}, en A4</translation>
        </message>
        <message>
            <source>Scales of multiscale inference</source>
            <translation>Escalas de la inferencia multiescala</translation>
        </message>
        <message>
            <source>Scenes: {status}</source>
            <translation>Escenas: {status}</translation>
        </message>
        <message>
            <source>Sentinel-1</source>
            <translation>Sentinel-1</translation>
        </message>
        <message>
            <source>Simplify by metres</source>
            <translation>Simplificar (metros)</translation>
        </message>
        <message>
            <source>Slope in degrees; over 15 is not mapped (class 250). Water does not stay there.</source>
            <translation>Pendiente en grados; por encima de 15 no se cartografía (clase 250). El agua no se queda allí.</translation>
        </message>
        <message>
            <source>Smaller features are left out; empty: 10 ha, 0.1 km². They are left out of map and polygons; the probability raster shows them.</source>
            <translation>Las manchas menores se omiten; vacío: 10 ha, 0,1 km². Se omiten del mapa y de los polígonos; el ráster de probabilidad las muestra.</translation>
        </message>
        <message>
            <source>Smaller holes of not detected pixels are filled; 0: none.</source>
            <translation>Los huecos menores de píxeles no detectados se rellenan; 0: ninguno.</translation>
        </message>
        <message>
            <source>Smaller polygons are left out: the minimum mapping unit.</source>
            <translation>Los polígonos menores se omiten: la unidad mínima cartografiable.</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Fuentes</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Iniciando…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Resumen</translation>
        </message>
        <message>
            <source>Summary table</source>
            <translation>Tabla resumen</translation>
        </message>
        <message>
            <source>Swap them</source>
            <translation>Intercambiarlas</translation>
        </message>
        <message>
            <source>Take this model off the list</source>
            <translation>Quitar este modelo de la lista</translation>
        </message>
        <message>
            <source>Temporary folder</source>
            <translation>Carpeta temporal</translation>
        </message>
        <message>
            <source>The .zip as it was downloaded, or manifest.safe in the product's folder.</source>
            <translation>El .zip tal como se descargó, o manifest.safe en la carpeta del producto.</translation>
        </message>
        <message>
            <source>The PDF. A file of this name is replaced.</source>
            <translation>El PDF. Se reemplaza el archivo que tenga este nombre.</translation>
        </message>
        <message>
            <source>The VH band of the same acquisition on the same grid; INPUT is then VV.</source>
            <translation>La banda VH de la misma adquisición en la misma cuadrícula; INPUT es entonces VV.</translation>
        </message>
        <message>
            <source>The chosen model compares two dates: choose the older image.</source>
            <translation>El modelo elegido compara dos fechas: elija la imagen anterior.</translation>
        </message>
        <message>
            <source>The class raster of a run is needed, with its style (.qml) beside it.</source>
            <translation>Se necesita el ráster de clases de una ejecución, con su estilo (.qml) al lado.</translation>
        </message>
        <message>
            <source>The earlier engine is in use ({reason}). Restart QGIS and install again.</source>
            <translation>El motor anterior está en uso ({reason}). Reinicie QGIS e instale de nuevo.</translation>
        </message>
        <message>
            <source>The engine can map, but its environment lacks {packages}, which polygons and zones need.</source>
            <translation>El motor puede cartografiar, pero a su entorno le falta {packages}, necesario para polígonos y zonas.</translation>
        </message>
        <message>
            <source>The engine ended without a result (exit status {status}): {reason}.</source>
            <translation>El motor terminó sin resultado (código de salida {status}): {reason}.</translation>
        </message>
        <message>
            <source>The engine is installed in the Tidemark panel: 'Engine…'.</source>
            <translation>El motor se instala en el panel de Tidemark: 'Motor…'.</translation>
        </message>
        <message>
            <source>The engine is installed.</source>
            <translation>El motor está instalado.</translation>
        </message>
        <message>
            <source>The engine is not installed.</source>
            <translation>El motor no está instalado.</translation>
        </message>
        <message>
            <source>The engine is ready.</source>
            <translation>El motor está listo.</translation>
        </message>
        <message>
            <source>The engine is ready: {description}.</source>
            <translation>El motor está listo: {description}.</translation>
        </message>
        <message>
            <source>The engine runs on {description}, {python}.</source>
            <translation>El motor funciona con {description}, {python}.</translation>
        </message>
        <message>
            <source>The engine was stopped by the system in the middle of its work; most often the memory ran out.</source>
            <translation>El sistema detuvo el motor en medio de su trabajo; casi siempre se agotó la memoria.</translation>
        </message>
        <message>
            <source>The engine's Python could not be started: {python} ({reason}).</source>
            <translation>No se pudo iniciar el Python del motor: {python} ({reason}).</translation>
        </message>
        <message>
            <source>The engine's Python packages are not installed yet.</source>
            <translation>Los paquetes de Python del motor aún no están instalados.</translation>
        </message>
        <message>
            <source>The extent cannot be brought into the image's coordinates: {reason}.</source>
            <translation>La extensión no se puede llevar a las coordenadas de la imagen: {reason}.</translation>
        </message>
        <message>
            <source>The extent does not touch the image '{name}'.</source>
            <translation>La extensión no toca la imagen '{name}'.</translation>
        </message>
        <message>
            <source>The file of the layer '{name}' is not there any more: {path}.</source>
            <translation>El archivo de la capa '{name}' ya no existe: {path}.</translation>
        </message>
        <message>
            <source>The files are temporary and go when QGIS closes: 'Keep this result…' saves them.</source>
            <translation>Los archivos son temporales y desaparecen al cerrar QGIS: 'Conservar este resultado…' los guarda.</translation>
        </message>
        <message>
            <source>The folder {folder} has no package files (.whl) of: {packages}. Fill it on a computer with internet:</source>
            <translation>La carpeta {folder} no tiene paquetes (.whl) de: {packages}. Llénela en un ordenador con internet:</translation>
        </message>
        <message>
            <source>The image and the image before are the same file: {path}.</source>
            <translation>La imagen y la imagen anterior son el mismo archivo: {path}.</translation>
        </message>
        <message>
            <source>The installation failed: the log says why. On a computer without internet use 'From a folder…'.</source>
            <translation>La instalación falló: el registro dice por qué. En un ordenador sin internet use 'Desde una carpeta…'.</translation>
        </message>
        <message>
            <source>The installation from the folder failed: the log says why. Its files may be for another system or Python.</source>
            <translation>La instalación desde la carpeta falló: el registro dice por qué. Sus archivos pueden ser de otro sistema o Python.</translation>
        </message>
        <message>
            <source>The layer '{name}' comes from the provider '{provider}'.</source>
            <translation>La capa '{name}' viene del proveedor '{provider}'.</translation>
        </message>
        <message>
            <source>The layer '{name}' could not be copied for the engine: {reason}.</source>
            <translation>La capa '{name}' no se pudo copiar para el motor: {reason}.</translation>
        </message>
        <message>
            <source>The layer '{name}' has no data values that were set in QGIS only.</source>
            <translation>La capa '{name}' tiene valores sin datos definidos solo en QGIS.</translation>
        </message>
        <message>
            <source>The layer '{name}' has the reference system {shown} in QGIS, and its file says {own}.</source>
            <translation>La capa '{name}' tiene en QGIS el sistema de referencia {shown}, y su archivo dice {own}.</translation>
        </message>
        <message>
            <source>The layer '{name}' is not a file of this machine: {source}.</source>
            <translation>La capa '{name}' no es un archivo de este equipo: {source}.</translation>
        </message>
        <message>
            <source>The map of a run, with its style (.qml) and its run record beside it.</source>
            <translation>El mapa de una ejecución, con su estilo (.qml) y su registro al lado.</translation>
        </message>
        <message>
            <source>The map of a run, with probability and run record beside it.</source>
            <translation>El mapa de una ejecución, con su probabilidad y su registro al lado.</translation>
        </message>
        <message>
            <source>The map of an earlier run: 0 not detected, 1 detected, 255 not observed.</source>
            <translation>El mapa de una ejecución anterior: 0 no detectado, 1 detectado, 255 no observado.</translation>
        </message>
        <message>
            <source>The map of an earlier run: polygons are made of what was detected (1, or 3 and 4 for change).</source>
            <translation>El mapa de una ejecución anterior: se crean polígonos de lo detectado (1, o 3 y 4 para cambios).</translation>
        </message>
        <message>
            <source>The map, a GeoTIFF: {classes}. Probability (NAME_probability.tif), {further}run record (NAME_run.json) and styles are written beside it. A file of this name is replaced.</source>
            <translation>El mapa, un GeoTIFF: {classes}. La probabilidad (NAME_probability.tif), {further}el registro (NAME_run.json) y los estilos se escriben al lado. Se reemplaza el archivo que tenga este nombre.</translation>
        </message>
        <message>
            <source>The method's own</source>
            <translation>El propio del método</translation>
        </message>
        <message>
            <source>The model's own: {scales}</source>
            <translation>Las del modelo: {scales}</translation>
        </message>
        <message>
            <source>The model's own: {threshold:.2f}</source>
            <translation>El del modelo: {threshold:.2f}</translation>
        </message>
        <message>
            <source>The newer image: terrain-corrected, with one band or with VV and VH; a raster file of this machine.</source>
            <translation>La imagen más reciente: con corrección del terreno, con una banda o con VV y VH; un archivo ráster de este equipo.</translation>
        </message>
        <message>
            <source>The older image: the same bands and the same kind of pixel values, best from the same track; on any grid.</source>
            <translation>La imagen anterior: las mismas bandas y el mismo tipo de valores de píxel, mejor de la misma órbita relativa; en cualquier cuadrícula.</translation>
        </message>
        <message>
            <source>The optical bands '{text}' cannot be read.</source>
            <translation>Las bandas ópticas '{text}' no se pueden leer.</translation>
        </message>
        <message>
            <source>The package is a new folder in it.</source>
            <translation>El paquete es una carpeta nueva dentro de ella.</translation>
        </message>
        <message>
            <source>The packages were installed, but they do not work: {reason}</source>
            <translation>Los paquetes se instalaron, pero no funcionan: {reason}</translation>
        </message>
        <message>
            <source>The page cannot be written to {path}: {reason}.</source>
            <translation>La página no se puede escribir en {path}: {reason}.</translation>
        </message>
        <message>
            <source>The part to map, in any coordinate reference system; empty: the whole image.</source>
            <translation>La parte a cartografiar, en cualquier sistema de referencia de coordenadas; vacío: la imagen entera.</translation>
        </message>
        <message>
            <source>The part to prepare; empty: all of it.</source>
            <translation>La parte a preparar; vacío: toda.</translation>
        </message>
        <message>
            <source>The project has no radar image yet.</source>
            <translation>El proyecto aún no tiene ninguna imagen de radar.</translation>
        </message>
        <message>
            <source>The result cannot be written to {folder}: {reason}.</source>
            <translation>El resultado no se puede escribir en {folder}: {reason}.</translation>
        </message>
        <message>
            <source>The scenes are a folder (INPUT) or layers (LAYERS), one of the two.</source>
            <translation>Las escenas son una carpeta (INPUT) o capas (LAYERS), una de las dos cosas.</translation>
        </message>
        <message>
            <source>The second part of the names.</source>
            <translation>La segunda parte de los nombres.</translation>
        </message>
        <message>
            <source>The template {path} cannot be read.</source>
            <translation>La plantilla {path} no se puede leer.</translation>
        </message>
        <message>
            <source>The zones with the new fields (.gpkg), or a table (.csv). A file of this name is replaced.</source>
            <translation>Las zonas con los campos nuevos (.gpkg), o una tabla (.csv). Se reemplaza el archivo que tenga este nombre.</translation>
        </message>
        <message>
            <source>The {name} '{text}' cannot be read.</source>
            <translation>{name} '{text}' no se puede leer.</translation>
        </message>
        <message>
            <source>There is no image to map.</source>
            <translation>No hay ninguna imagen que cartografiar.</translation>
        </message>
        <message>
            <source>There is no run record {path}: the page names no sources.</source>
            <translation>No hay registro de la ejecución {path}: la página no nombra fuentes.</translation>
        </message>
        <message>
            <source>They are numbers between {least:g} and {most:g}, separated by commas.</source>
            <translation>Son números entre {least:g} y {most:g}, separados por comas.</translation>
        </message>
        <message>
            <source>This is the image to map itself: choose an earlier one.</source>
            <translation>Esta es la misma imagen que se cartografía: elija una anterior.</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Umbral</translation>
        </message>
        <message>
            <source>Threshold: {threshold:.2f}</source>
            <translation>Umbral: {threshold:.2f}</translation>
        </message>
        <message>
            <source>Tidemark</source>
            <translation>Tidemark</translation>
        </message>
        <message>
            <source>Tidemark computes in a Python process of its own, so that it can never take QGIS down. It needs {packages}; polygons need {more}.</source>
            <translation>Tidemark calcula en un proceso de Python propio, así nunca puede hacer caer QGIS. Necesita {packages}; los polígonos necesitan {more}.</translation>
        </message>
        <message>
            <source>Tidemark reads raster files of this machine, with the values as they were measured.</source>
            <translation>Tidemark lee archivos ráster de este equipo, con los valores tal como se midieron.</translation>
        </message>
        <message>
            <source>Tidemark reads raster files of this machine.</source>
            <translation>Tidemark lee archivos ráster de este equipo.</translation>
        </message>
        <message>
            <source>Tidemark reads the file, which does not know them.</source>
            <translation>Tidemark lee el archivo, que no los conoce.</translation>
        </message>
        <message>
            <source>Tidemark reads the file.</source>
            <translation>Tidemark lee el archivo.</translation>
        </message>
        <message>
            <source>Tidemark: water, floods, change and oil from radar images</source>
            <translation>Tidemark: agua, inundaciones, cambios e hidrocarburos en imágenes de radar</translation>
        </message>
        <message>
            <source>Tidemark: {name}</source>
            <translation>Tidemark: {name}</translation>
        </message>
        <message>
            <source>Time of the image unknown</source>
            <translation>Hora de la imagen desconocida</translation>
        </message>
        <message>
            <source>Try again; where it happens again, check the engine: Tidemark panel, 'Engine'.</source>
            <translation>Inténtelo de nuevo; si se repite, compruebe el motor: panel de Tidemark, 'Motor'.</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unidad</translation>
        </message>
        <message>
            <source>Unknown: no run record lies beside {name}.</source>
            <translation>Desconocido: no hay registro de la ejecución junto a {name}.</translation>
        </message>
        <message>
            <source>VH band of the image before</source>
            <translation>Banda VH de la imagen anterior</translation>
        </message>
        <message>
            <source>VH band, where it is in a file of its own</source>
            <translation>Banda VH, si está en un archivo aparte</translation>
        </message>
        <message>
            <source>Water detected</source>
            <translation>Agua detectada</translation>
        </message>
        <message>
            <source>Water extent (single date)</source>
            <translation>Extensión del agua (una fecha)</translation>
        </message>
        <message>
            <source>What is new shows between two dates only.</source>
            <translation>Lo nuevo solo se ve entre dos fechas.</translation>
        </message>
        <message>
            <source>What the backscatter is related to; the models know sigma0.</source>
            <translation>A qué se refiere la retrodispersión; los modelos conocen sigma0.</translation>
        </message>
        <message>
            <source>What the map shows</source>
            <translation>Lo que muestra el mapa</translation>
        </message>
        <message>
            <source>What the network runs on. A device that the installed engine lacks is replaced by the CPU, with a notice.</source>
            <translation>Dónde se ejecuta la red. Un dispositivo que le falte al motor instalado se sustituye por la CPU, con un aviso.</translation>
        </message>
        <message>
            <source>What the values mean. auto: from metadata, then statistics; stops and asks where two answers stay possible. db, power, amplitude; db100 and db10: dB as scaled integers; display: an 8-bit picture.</source>
            <translation>Qué significan los valores. auto: por metadatos, luego por estadística; se detiene y pregunta si quedan dos respuestas posibles. db, power, amplitude; db100 y db10: dB como enteros escalados; display: una imagen de 8 bits.</translation>
        </message>
        <message>
            <source>What was not analysed</source>
            <translation>Lo que no se analizó</translation>
        </message>
        <message>
            <source>What was observed</source>
            <translation>Lo que se observó</translation>
        </message>
        <message>
            <source>What zeros mean where no nodata value is declared. auto: no data when connected to the edge; nodata: no data everywhere; dark: dark ground.</source>
            <translation>Qué significan los ceros si no se declara valor sin datos. auto: sin datos si tocan el borde; nodata: sin datos en todas partes; dark: terreno oscuro.</translation>
        </message>
        <message>
            <source>Where it is in a file of its own, on the grid of the image before; BEFORE is then VV.</source>
            <translation>Si está en un archivo aparte, en la cuadrícula de la imagen anterior; BEFORE es entonces VV.</translation>
        </message>
        <message>
            <source>Which band is which in both optical images, for example swir=1,nir=2,visible=3; empty: by the bands' names.</source>
            <translation>Qué banda es cuál en ambas imágenes ópticas, por ejemplo swir=1,nir=2,visible=3; vacío: por los nombres de las bandas.</translation>
        </message>
        <message>
            <source>Which band is which where names and metadata do not tell, for example VV=1,VH=2, counted over INPUT and VH; it holds for both dates. Empty: by name.</source>
            <translation>Qué banda es cuál si los nombres y metadatos no lo dicen, por ejemplo VV=1,VH=2, contando en INPUT y VH; vale para ambas fechas. Vacío: por el nombre.</translation>
        </message>
        <message>
            <source>Whole image</source>
            <translation>Imagen entera</translation>
        </message>
        <message>
            <source>Wind at sea in m/s</source>
            <translation>Viento en el mar en m/s</translation>
        </message>
        <message>
            <source>Wind at sea, for notices and confidence; empty: not known. At the time of the image; 1 knot is 0.51 m/s.</source>
            <translation>Viento en el mar, para avisos y confianza; vacío: desconocido. A la hora de la imagen; 1 nudo son 0,51 m/s.</translation>
        </message>
        <message>
            <source>With neither of the two, the map shows water, not flood.</source>
            <translation>Sin ninguno de los dos, el mapa muestra agua, no inundación.</translation>
        </message>
        <message>
            <source>Write for example 0.5, 0.75, 1, or leave the field empty.</source>
            <translation>Escriba por ejemplo 0.5, 0.75, 1, o deje el campo vacío.</translation>
        </message>
        <message>
            <source>Write for example VV=1,VH=2, or leave it empty.</source>
            <translation>Escriba por ejemplo VV=1,VH=2, o déjelo vacío.</translation>
        </message>
        <message>
            <source>Write it into the file (Raster, Projections, Assign Projection…), or give the layer its own one again.</source>
            <translation>Escríbalo en el archivo (Ráster, Proyecciones, Asignar proyección…), o devuelva a la capa el suyo.</translation>
        </message>
        <message>
            <source>Zeros are</source>
            <translation>Los ceros son</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>Zonas</translation>
        </message>
        <message>
            <source>Zones with hectares</source>
            <translation>Zonas con hectáreas</translation>
        </message>
        <message>
            <source>about {minutes:.0f} min left</source>
            <translation>faltan unos {minutes:.0f} min</translation>
        </message>
        <message>
            <source>about {seconds:.0f} s left</source>
            <translation>faltan unos {seconds:.0f} s</translation>
        </message>
        <message>
            <source>amplitude</source>
            <translation>amplitud</translation>
        </message>
        <message>
            <source>and {count} more in the run record</source>
            <translation>y {count} más en el registro de la ejecución</translation>
        </message>
        <message>
            <source>area</source>
            <translation>área</translation>
        </message>
        <message>
            <source>as given</source>
            <translation>según lo indicado</translation>
        </message>
        <message>
            <source>auto: found out by the product's own heights.</source>
            <translation>auto: se averigua por las alturas del propio producto.</translation>
        </message>
        <message>
            <source>backscatter</source>
            <translation>retrodispersión</translation>
        </message>
        <message>
            <source>batch</source>
            <translation>lote</translation>
        </message>
        <message>
            <source>by name</source>
            <translation>por el nombre</translation>
        </message>
        <message>
            <source>calibrate</source>
            <translation>calibrar</translation>
        </message>
        <message>
            <source>change</source>
            <translation>cambio</translation>
        </message>
        <message>
            <source>compared with an image of unknown time</source>
            <translation>comparada con una imagen de hora desconocida</translation>
        </message>
        <message>
            <source>compared with {time} UTC</source>
            <translation>comparada con {time} UTC</translation>
        </message>
        <message>
            <source>cut-off</source>
            <translation>corte</translation>
        </message>
        <message>
            <source>dB</source>
            <translation>dB</translation>
        </message>
        <message>
            <source>dB × 10</source>
            <translation>dB × 10</translation>
        </message>
        <message>
            <source>dB × 100</source>
            <translation>dB × 100</translation>
        </message>
        <message>
            <source>dark feature</source>
            <translation>mancha oscura</translation>
        </message>
        <message>
            <source>dark spot</source>
            <translation>punto oscuro</translation>
        </message>
        <message>
            <source>date unknown: make sure that it is the earlier image</source>
            <translation>fecha desconocida: asegúrese de que es la imagen anterior</translation>
        </message>
        <message>
            <source>db: hundredths of a dB as whole numbers; power: as decimals, in a larger file.</source>
            <translation>db: centésimas de dB como enteros; power: como decimales, en un archivo mayor.</translation>
        </message>
        <message>
            <source>decrease</source>
            <translation>disminución</translation>
        </message>
        <message>
            <source>deep learning</source>
            <translation>aprendizaje profundo</translation>
        </message>
        <message>
            <source>delivery</source>
            <translation>entrega</translation>
        </message>
        <message>
            <source>detected from a probability of {percent} %</source>
            <translation>detectado desde una probabilidad del {percent} %</translation>
        </message>
        <message>
            <source>difference</source>
            <translation>diferencia</translation>
        </message>
        <message>
            <source>disaster</source>
            <translation>desastre</translation>
        </message>
        <message>
            <source>districts</source>
            <translation>municipios</translation>
        </message>
        <message>
            <source>done</source>
            <translation>hecha</translation>
        </message>
        <message>
            <source>emergency</source>
            <translation>emergencia</translation>
        </message>
        <message>
            <source>export</source>
            <translation>exportar</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fallida</translation>
        </message>
        <message>
            <source>flood</source>
            <translation>inundación</translation>
        </message>
        <message>
            <source>floods</source>
            <translation>inundaciones</translation>
        </message>
        <message>
            <source>folder</source>
            <translation>carpeta</translation>
        </message>
        <message>
            <source>for calibrated images the change in dB (NAME_change_db.tif), </source>
            <translation>en imágenes calibradas el cambio en dB (NAME_change_db.tif), </translation>
        </message>
        <message>
            <source>from metadata</source>
            <translation>según metadatos</translation>
        </message>
        <message>
            <source>from statistics</source>
            <translation>según estadística</translation>
        </message>
        <message>
            <source>from the name</source>
            <translation>según el nombre</translation>
        </message>
        <message>
            <source>hand-over</source>
            <translation>entrega</translation>
        </message>
        <message>
            <source>hectares</source>
            <translation>hectáreas</translation>
        </message>
        <message>
            <source>increase</source>
            <translation>aumento</translation>
        </message>
        <message>
            <source>inundation</source>
            <translation>anegamiento</translation>
        </message>
        <message>
            <source>it gave no reason</source>
            <translation>no dio ningún motivo</translation>
        </message>
        <message>
            <source>layout</source>
            <translation>composición</translation>
        </message>
        <message>
            <source>log-ratio</source>
            <translation>log-cociente</translation>
        </message>
        <message>
            <source>marine</source>
            <translation>marino</translation>
        </message>
        <message>
            <source>minimum mapping unit</source>
            <translation>unidad mínima cartografiable</translation>
        </message>
        <message>
            <source>no file can be made there</source>
            <translation>allí no se puede crear ningún archivo</translation>
        </message>
        <message>
            <source>no georeference</source>
            <translation>sin georreferencia</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ninguno</translation>
        </message>
        <message>
            <source>oil</source>
            <translation>petróleo</translation>
        </message>
        <message>
            <source>oil spill</source>
            <translation>vertido de petróleo</translation>
        </message>
        <message>
            <source>orthorectify</source>
            <translation>ortorrectificar</translation>
        </message>
        <message>
            <source>pollution</source>
            <translation>contaminación</translation>
        </message>
        <message>
            <source>polygonise</source>
            <translation>poligonizar</translation>
        </message>
        <message>
            <source>polygons (NAME_features.gpkg), </source>
            <translation>polígonos (NAME_features.gpkg), </translation>
        </message>
        <message>
            <source>power</source>
            <translation>potencia</translation>
        </message>
        <message>
            <source>print</source>
            <translation>imprimir</translation>
        </message>
        <message>
            <source>probability</source>
            <translation>probabilidad</translation>
        </message>
        <message>
            <source>radar</source>
            <translation>radar</translation>
        </message>
        <message>
            <source>report</source>
            <translation>informe</translation>
        </message>
        <message>
            <source>sea</source>
            <translation>mar</translation>
        </message>
        <message>
            <source>segmentation</source>
            <translation>segmentación</translation>
        </message>
        <message>
            <source>sensitivity</source>
            <translation>sensibilidad</translation>
        </message>
        <message>
            <source>share</source>
            <translation>compartir</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>omitida</translation>
        </message>
        <message>
            <source>slick</source>
            <translation>mancha de hidrocarburos</translation>
        </message>
        <message>
            <source>student: a network, where one for this task is installed. dark-spot: what is 2 dB darker than the sea within 500 m; needs no model. otsu: one threshold for the whole image, to compare with.</source>
            <translation>student: una red, si hay alguna instalada para esta tarea. dark-spot: lo que es 2 dB más oscuro que el mar en 500 m; no necesita modelo. otsu: un umbral para toda la imagen, para comparar.</translation>
        </message>
        <message>
            <source>student: a network, where one for this task is installed. log-ratio: newer over older backscatter, changed from 3 dB either way; needs no model. otsu, kittler: the same with a threshold found in the images.</source>
            <translation>student: una red, si hay alguna instalada para esta tarea. log-ratio: retrodispersión nueva entre anterior, cambio desde 3 dB en ambos sentidos; no necesita modelo. otsu, kittler: lo mismo con un umbral hallado en las imágenes.</translation>
        </message>
        <message>
            <source>student: the network. otsu, kittler, fixed: classical thresholds, to compare with.</source>
            <translation>student: la red. otsu, kittler, fixed: umbrales clásicos, para comparar.</translation>
        </message>
        <message>
            <source>table</source>
            <translation>tabla</translation>
        </message>
        <message>
            <source>terrain correction</source>
            <translation>corrección del terreno</translation>
        </message>
        <message>
            <source>the day of the image itself</source>
            <translation>el mismo día de la imagen</translation>
        </message>
        <message>
            <source>the layer '{name}'</source>
            <translation>la capa '{name}'</translation>
        </message>
        <message>
            <source>time series</source>
            <translation>serie temporal</translation>
        </message>
        <message>
            <source>two dates</source>
            <translation>dos fechas</translation>
        </message>
        <message>
            <source>vectorize</source>
            <translation>vectorizar</translation>
        </message>
        <message>
            <source>water</source>
            <translation>agua</translation>
        </message>
        <message>
            <source>zonal statistics</source>
            <translation>estadísticas zonales</translation>
        </message>
        <message>
            <source>{across:.3g} × {down:.3g} m</source>
            <translation>{across:.3g} × {down:.3g} m</translation>
        </message>
        <message>
            <source>{action} (no image before)</source>
            <translation>{action} (sin imagen anterior)</translation>
        </message>
        <message>
            <source>{count} more in the run record.</source>
            <translation>{count} más en el registro de la ejecución.</translation>
        </message>
        <message>
            <source>{days} days after the image: are the two swapped?</source>
            <translation>{days} días después de la imagen: ¿están intercambiadas?</translation>
        </message>
        <message>
            <source>{days} days before the image</source>
            <translation>{days} días antes de la imagen</translation>
        </message>
        <message>
            <source>{done} of {total} blocks</source>
            <translation>{done} de {total} bloques</translation>
        </message>
        <message>
            <source>{done} of {total} rows</source>
            <translation>{done} de {total} filas</translation>
        </message>
        <message>
            <source>{done} of {total} scenes</source>
            <translation>{done} de {total} escenas</translation>
        </message>
        <message>
            <source>{done} of {total} tiles</source>
            <translation>{done} de {total} teselas</translation>
        </message>
        <message>
            <source>{name} '{value}' is no layer that can be opened.</source>
            <translation>{name} '{value}' no es una capa que se pueda abrir.</translation>
        </message>
        <message>
            <source>{name} '{value}' is no raster that can be opened.</source>
            <translation>{name} '{value}' no es un ráster que se pueda abrir.</translation>
        </message>
        <message>
            <source>{name} · made with Tidemark {version} on {date}; the run record has all details</source>
            <translation>{name} · hecho con Tidemark {version} el {date}; el registro de la ejecución tiene todos los detalles</translation>
        </message>
        <message>
            <source>{percent} % and more: detected</source>
            <translation>{percent} % o más: detectado</translation>
        </message>
        <message>
            <source>{python} could not be started.</source>
            <translation>{python} no se pudo iniciar.</translation>
        </message>
        <message>
            <source>{share:.0f} % observed</source>
            <translation>{share:.0f} % observado</translation>
        </message>
        <message>
            <source>… or layers, each a scene</source>
            <translation>… o capas, cada una una escena</translation>
        </message>
    </context>
    <context>
        <name>TidemarkForm</name>
        <message>
            <source>About…</source>
            <translation>Acerca de…</translation>
        </message>
        <message>
            <source>Advanced options</source>
            <translation>Opciones avanzadas</translation>
        </message>
        <message>
            <source>All cores</source>
            <translation>Todos los núcleos</translation>
        </message>
        <message>
            <source>Average over flips</source>
            <translation>Promediar con el espejo</translation>
        </message>
        <message>
            <source>Beginning of the names of the files</source>
            <translation>Comienzo de los nombres de los archivos</translation>
        </message>
        <message>
            <source>CPU threads</source>
            <translation>Hilos de CPU</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extensión</translation>
        </message>
        <message>
            <source>Folder of the result. Left empty, it is a temporary one, which QGIS deletes when it closes; 'Keep this result…' saves it afterwards.</source>
            <translation>Carpeta del resultado. Vacía, es una temporal, que QGIS borra al cerrarse; 'Conservar este resultado…' lo guarda después.</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Método</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Open water only</source>
            <translation>Solo agua abierta</translation>
        </message>
        <message>
            <source>Pixel values</source>
            <translation>Valores de píxel</translation>
        </message>
        <message>
            <source>Replace an earlier result</source>
            <translation>Reemplazar un resultado anterior</translation>
        </message>
        <message>
            <source>Save in</source>
            <translation>Guardar en</translation>
        </message>
        <message>
            <source>Scales</source>
            <translation>Escalas</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Umbral</translation>
        </message>
        <message>
            <source>What this model is for, its measured figures, and where it fails</source>
            <translation>Para qué sirve este modelo, sus cifras medidas y dónde falla</translation>
        </message>
        <message>
            <source>What to map. Floods and change compare two dates; water and possible oil need one image.</source>
            <translation>Qué cartografiar. Inundaciones y cambios comparan dos fechas; agua y posibles hidrocarburos necesitan una imagen.</translation>
        </message>
        <message>
            <source>Without it, a result of the same name is kept and the new one gets a number</source>
            <translation>Si no, un resultado del mismo nombre se conserva y el nuevo recibe un número</translation>
        </message>
        <message>
            <source>Zeros are</source>
            <translation>Los ceros son</translation>
        </message>
    </context>
    <context>
        <name>TidemarkImageForm</name>
        <message>
            <source>The VH band of the same acquisition, on the same grid</source>
            <translation>La banda VH de la misma adquisición, en la misma cuadrícula</translation>
        </message>
        <message>
            <source>VH is</source>
            <translation>VH es</translation>
        </message>
        <message>
            <source>VH is in another layer</source>
            <translation>VH está en otra capa</translation>
        </message>
        <message>
            <source>VV is</source>
            <translation>VV es</translation>
        </message>
    </context>
    <context>
        <name>TidemarkLeaveOutForm</name>
        <message>
            <source>HAND above 15 m</source>
            <translation>HAND superior a 15 m</translation>
        </message>
        <message>
            <source>Layover, shadow</source>
            <translation>Layover, sombra</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Excluir</translation>
        </message>
        <message>
            <source>Polygons</source>
            <translation>Polígonos</translation>
        </message>
        <message>
            <source>Slope above 15°</source>
            <translation>Pendiente superior a 15°</translation>
        </message>
    </context>
    <context>
        <name>TidemarkOpticalForm</name>
        <message>
            <source>An optical image of the date before, with the same bands, on any grid</source>
            <translation>Una imagen óptica de la fecha anterior, con las mismas bandas, en cualquier cuadrícula</translation>
        </message>
        <message>
            <source>An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4, on any grid</source>
            <translation>Una imagen óptica de la fecha a cartografiar, como Sentinel-2 con B11, B8 y B4, en cualquier cuadrícula</translation>
        </message>
        <message>
            <source>Cloud-free optical images of both dates help where the radar is ambiguous; clouds and gaps are left to the radar</source>
            <translation>Las imágenes ópticas sin nubes de ambas fechas ayudan donde el radar es ambiguo; las nubes y los huecos se dejan al radar</translation>
        </message>
        <message>
            <source>Optical bands</source>
            <translation>Bandas ópticas</translation>
        </message>
        <message>
            <source>Optical image</source>
            <translation>Imagen óptica</translation>
        </message>
        <message>
            <source>Optical image before</source>
            <translation>Imagen óptica anterior</translation>
        </message>
        <message>
            <source>Optical images</source>
            <translation>Imágenes ópticas</translation>
        </message>
        <message>
            <source>Which band is which in both images, where their names do not tell, for example swir=1,nir=2,visible=3</source>
            <translation>Qué banda es cuál en ambas imágenes, si sus nombres no lo dicen, por ejemplo swir=1,nir=2,visible=3</translation>
        </message>
        <message>
            <source>by name</source>
            <translation>por el nombre</translation>
        </message>
    </context>
    <context>
        <name>TidemarkReferenceForm</name>
        <message>
            <source>Reference water (raster)</source>
            <translation>Agua de referencia (ráster)</translation>
        </message>
        <message>
            <source>With neither of the two, the map shows water, not flood.</source>
            <translation>Sin ninguno de los dos, el mapa muestra agua, no inundación.</translation>
        </message>
        <message>
            <source>from </source>
            <translation>desde </translation>
        </message>
        <message>
            <source>from: auto</source>
            <translation>desde: auto</translation>
        </message>
    </context>
    <context>
        <name>TidemarkResultBox</name>
        <message>
            <source>A folder for the recipient: map, polygons, one-page PDF, styles, run record and a README in plain words</source>
            <translation>Una carpeta para quien lo recibe: mapa, polígonos, PDF de una página, estilos, registro de la ejecución y un README en palabras llanas</translation>
        </message>
        <message>
            <source>Copy all its files out of the temporary folder, which QGIS deletes when it closes; the layers show the copies from then on</source>
            <translation>Copia todos sus archivos fuera de la carpeta temporal, que QGIS borra al cerrarse; las capas muestran desde entonces las copias</translation>
        </message>
        <message>
            <source>Keep this result…</source>
            <translation>Conservar este resultado…</translation>
        </message>
        <message>
            <source>Make polygons</source>
            <translation>Crear polígonos</translation>
        </message>
        <message>
            <source>One-page PDF…</source>
            <translation>PDF de una página…</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Abrir carpeta</translation>
        </message>
        <message>
            <source>Package for hand-over…</source>
            <translation>Paquete de entrega…</translation>
        </message>
        <message>
            <source>Polygons of 0.5 ha and more, with hectares, in a GeoPackage beside the map. Other sizes and formats: Processing toolbox, Tidemark.</source>
            <translation>Polígonos de 0,5 ha o más, con hectáreas, en un GeoPackage junto al mapa. Otros tamaños y formatos: Caja de herramientas de Procesos, Tidemark.</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Show the files of the map in the system's file manager</source>
            <translation>Muestra los archivos del mapa en el administrador de archivos</translation>
        </message>
        <message>
            <source>The map over the radar image on one A4 page, with hectares, legend, scale, sources and limits</source>
            <translation>El mapa sobre la imagen de radar en una página A4, con hectáreas, leyenda, escala, fuentes y limitaciones</translation>
        </message>
    </context>
    <context>
        <name>TidemarkRunBar</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>Map the chosen image; QGIS can be used meanwhile</source>
            <translation>Cartografía la imagen elegida; mientras tanto se puede usar QGIS</translation>
        </message>
        <message>
            <source>Open the guide; it needs no internet</source>
            <translation>Abre la guía; no necesita internet</translation>
        </message>
        <message>
            <source>Stop the run; nothing of it remains</source>
            <translation>Detiene la ejecución; no queda nada de ella</translation>
        </message>
    </context>
    <context>
        <name>TidemarkSeaForm</name>
        <message>
            <source> ha</source>
            <translation> ha</translation>
        </message>
        <message>
            <source> m/s</source>
            <translation> m/s</translation>
        </message>
        <message>
            <source>Land</source>
            <translation>Tierra</translation>
        </message>
        <message>
            <source>Least area</source>
            <translation>Área mínima</translation>
        </message>
        <message>
            <source>Wind</source>
            <translation>Viento</translation>
        </message>
        <message>
            <source>Without land, dark land and radar shadow at the coast may pass for features.</source>
            <translation>Sin tierra, la tierra oscura y la sombra de radar de la costa pueden pasar por manchas.</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>desconocido</translation>
        </message>
    </context>
    <context>
        <name>TidemarkThreshold</name>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>A new map with this threshold, from the stored probability, with its hectares; the earlier one stays</source>
            <translation>Un mapa nuevo con este umbral, a partir de la probabilidad guardada, con sus hectáreas; el anterior se conserva</translation>
        </message>
        <message>
            <source>Make the class layer</source>
            <translation>Crear la capa de clases</translation>
        </message>
        <message>
            <source>Move it to see on the map what counts as detected: lower finds more and invents more</source>
            <translation>Muévalo para ver en el mapa qué cuenta como detectado: más bajo encuentra más e inventa más</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Restablecer</translation>
        </message>
        <message>
            <source>Show the maps as they were</source>
            <translation>Muestra los mapas como estaban</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Umbral</translation>
        </message>
    </context>
</TS>
