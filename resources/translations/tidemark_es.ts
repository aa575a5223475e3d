<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>Engine</name>
        <message>
            <source>'{crs}' is no coordinate reference system.</source>
            <translation>'{crs}' no es un sistema de referencia de coordenadas.</translation>
        </message>
        <message>
            <source>'{text}' cannot be part of a file name.</source>
            <translation>'{text}' no puede formar parte de un nombre de archivo.</translation>
        </message>
        <message>
            <source>--bands, e.g. VV=1,VH=2 (in QGIS: 'VV is' and 'VH is', or 'Bands' in the toolbox)</source>
            <translation>'VV es' y 'VH es', o 'Bandas' en la caja de herramientas</translation>
        </message>
        <message>
            <source>A DEM with heights in metres is needed.</source>
            <translation>Se necesita un modelo de elevación con alturas en metros.</translation>
        </message>
        <message>
            <source>A GeoPackage holds maps.</source>
            <translation>Un GeoPackage contiene mapas.</translation>
        </message>
        <message>
            <source>A band's name is one of {join} and its number between 1 and {count}.</source>
            <translation>El nombre de una banda es uno de {join} y su número está entre 1 y {count}.</translation>
        </message>
        <message>
            <source>A card is a JSON file, a STAC Item with the MLM extension.</source>
            <translation>Una ficha es un archivo JSON, un STAC Item con la extensión MLM.</translation>
        </message>
        <message>
            <source>A changed or damaged network gives maps that nobody has measured.</source>
            <translation>Una red cambiada o dañada da mapas que nadie ha medido.</translation>
        </message>
        <message>
            <source>A class raster has one band of Tidemark's class codes.</source>
            <translation>Un ráster de clases tiene una banda con los códigos de clase de Tidemark.</translation>
        </message>
        <message>
            <source>A damaged file of such a name would end the program.</source>
            <translation>Un archivo dañado con ese nombre haría terminar el programa.</translation>
        </message>
        <message>
            <source>A download that broke off looks like this.</source>
            <translation>Así se ve una descarga interrumpida.</translation>
        </message>
        <message>
            <source>A dry edge that was observed, and heights along it, are needed (the DEM's pixels are {pixel_m} m).</source>
            <translation>Se necesita un borde seco que se haya observado, y alturas a lo largo de él (los píxeles del MDE son de {pixel_m} m).</translation>
        </message>
        <message>
            <source>A file can be read more than once.</source>
            <translation>Un archivo puede leerse más de una vez.</translation>
        </message>
        <message>
            <source>A job has the fields {join}.</source>
            <translation>Un trabajo tiene los campos {join}.</translation>
        </message>
        <message>
            <source>A list is a text file in UTF-8 with one scene a line; several paths separated by tabs are one scene.</source>
            <translation>Una lista es un archivo de texto en UTF-8 con una escena por línea; varias rutas separadas por tabuladores son una escena.</translation>
        </message>
        <message>
            <source>A map is replaced only where that is asked for.</source>
            <translation>Un mapa solo se reemplaza donde se pide.</translation>
        </message>
        <message>
            <source>A map needs backscatter that varies.</source>
            <translation>Un mapa necesita retrodispersión que varíe.</translation>
        </message>
        <message>
            <source>A map needs backscatter.</source>
            <translation>Un mapa necesita retrodispersión.</translation>
        </message>
        <message>
            <source>A model reads nothing outside its own folder.</source>
            <translation>Un modelo no lee nada fuera de su propia carpeta.</translation>
        </message>
        <message>
            <source>A network has at most {most_bytes} GB.</source>
            <translation>Una red tiene como mucho {most_bytes} GB.</translation>
        </message>
        <message>
            <source>A network is one ONNX file with standard operators, and the image decides the size of what it computes.</source>
            <translation>Una red es un archivo ONNX con operadores estándar, y la imagen decide el tamaño de lo que calcula.</translation>
        </message>
        <message>
            <source>A package is never overwritten.</source>
            <translation>Un paquete nunca se sobrescribe.</translation>
        </message>
        <message>
            <source>A pixel has {pixel_m} m: {window_m} m around it are {window} pixels.</source>
            <translation>Un píxel tiene {pixel_m} m: {window_m} m a su alrededor son {window} píxeles.</translation>
        </message>
        <message>
            <source>A portal sends one that asks for a login.</source>
            <translation>Un portal envía una que pide iniciar sesión.</translation>
        </message>
        <message>
            <source>A prefix of file names is needed.</source>
            <translation>Se necesita el comienzo de los nombres de archivo.</translation>
        </message>
        <message>
            <source>A probability raster has one band of bytes, 0 to 100 per cent.</source>
            <translation>Un ráster de probabilidad tiene una banda de bytes, de 0 a 100 por ciento.</translation>
        </message>
        <message>
            <source>A product as it was downloaded: it is calibrated and placed on a map grid before it is mapped, once.</source>
            <translation>Un producto tal como se descargó: se calibra y se coloca en una cuadrícula cartográfica antes de cartografiarlo, una sola vez.</translation>
        </message>
        <message>
            <source>A product is a .SAFE folder, its zip, or a file of its measurement folder with the other folders around it.</source>
            <translation>Un producto es una carpeta .SAFE, su zip, o un archivo de su carpeta measurement con las demás carpetas alrededor.</translation>
        </message>
        <message>
            <source>A product needs its annotation folder to be calibrated and placed.</source>
            <translation>Un producto necesita su carpeta annotation para calibrarse y colocarse.</translation>
        </message>
        <message>
            <source>A product tells both itself.</source>
            <translation>Un producto indica ambas cosas por sí mismo.</translation>
        </message>
        <message>
            <source>A quick look is a picture, a .png.</source>
            <translation>Una vista rápida es una imagen, un .png.</translation>
        </message>
        <message>
            <source>A raster of numbers of people is needed.</source>
            <translation>Se necesita un ráster con números de personas.</translation>
        </message>
        <message>
            <source>A threshold can be found from {least_pixels} on.</source>
            <translation>Se puede hallar un umbral a partir de {least_pixels}.</translation>
        </message>
        <message>
            <source>Add the file of VV, or say which band it is with --bands, e.g. VV=1 (in QGIS: 'VV is', or 'Bands' in the toolbox).</source>
            <translation>Añada el archivo de VV, o diga qué banda es en 'VV es', o 'Bandas' en la caja de herramientas.</translation>
        </message>
        <message>
            <source>Add the missing band's file, name the bands with {bands_option}, or choose a method that takes one band (--method {baseline}; in QGIS: 'Method').</source>
            <translation>Añada el archivo de la banda que falta, nombre las bandas en {bands_option}, o elija un método que tome una banda ('Método': {baseline}).</translation>
        </message>
        <message>
            <source>Along the edge between water and observed dry ground, the ground's height is that of the water; edges of what was not mapped or not observed tell nothing. Outliers are left out, and a surface is laid over each connected body, after INFLOS (Caretto et al. 2025, doi 10.3390/rs17020329) and FwDET (Cohen et al. 2018, doi 10.1111/1752-1688.12609; 2022, doi 10.3390/rs14215313). Depth is this surface less the ground.</source>
            <translation>A lo largo del borde entre el agua y el terreno seco observado, la altura del terreno es la del agua; los bordes de lo no cartografiado o no observado no dicen nada. Se descartan los valores atípicos y se tiende una superficie sobre cada masa conexa, según INFLOS (Caretto et al. 2025, doi 10.3390/rs17020329) y FwDET (Cohen et al. 2018, doi 10.1111/1752-1688.12609; 2022, doi 10.3390/rs14215313). El calado es esta superficie menos el terreno.</translation>
        </message>
        <message>
            <source>An annotation has at most {largest_bytes} MB.</source>
            <translation>Una anotación tiene como mucho {largest_bytes} MB.</translation>
        </message>
        <message>
            <source>An estimate from the extent of the map, for a first look: it replaces neither a survey nor a model of the flow.</source>
            <translation>Una estimación a partir de la extensión del mapa, para una primera mirada: no sustituye ni a un levantamiento ni a un modelo hidráulico.</translation>
        </message>
        <message>
            <source>An image before belongs to the tasks {listed}.</source>
            <translation>Una imagen anterior corresponde a las tareas {listed}.</translation>
        </message>
        <message>
            <source>An image is given without a file.</source>
            <translation>Se indicó una imagen sin archivo.</translation>
        </message>
        <message>
            <source>An image is made of products of one pass, or of files that hold its bands.</source>
            <translation>Una imagen se hace de productos de una pasada, o de archivos que contienen sus bandas.</translation>
        </message>
        <message>
            <source>An older one stands beside a newer one.</source>
            <translation>Una más antigua acompaña a una más reciente.</translation>
        </message>
        <message>
            <source>An optical image needs a model with an optical input.</source>
            <translation>Una imagen óptica necesita un modelo con entrada óptica.</translation>
        </message>
        <message>
            <source>Areas and distances need the right one.</source>
            <translation>Las áreas y distancias necesitan el correcto.</translation>
        </message>
        <message>
            <source>Ask for the right to read it.</source>
            <translation>Pida permiso para leerla.</translation>
        </message>
        <message>
            <source>Ask its owner for the right to read it.</source>
            <translation>Pida a su propietario permiso para leerlo.</translation>
        </message>
        <message>
            <source>Assign it first (in QGIS: Layer &gt; Set CRS, then Save As).</source>
            <translation>Asígnelo primero (Capa, Establecer SRC, y después Guardar como).</translation>
        </message>
        <message>
            <source>Assign it first.</source>
            <translation>Asígnelo primero.</translation>
        </message>
        <message>
            <source>At least one is needed; 0 means all.</source>
            <translation>Se necesita al menos uno; 0 significa todos.</translation>
        </message>
        <message>
            <source>At least {least} are needed to place the image.</source>
            <translation>Se necesitan al menos {least} para colocar la imagen.</translation>
        </message>
        <message>
            <source>Backscatter change between two dates, one polarisation</source>
            <translation>Cambio de retrodispersión entre dos fechas, una polarización</translation>
        </message>
        <message>
            <source>Bands or pixel values are named of a Sentinel-1 product.</source>
            <translation>Se indican bandas o valores de píxel de un producto Sentinel-1.</translation>
        </message>
        <message>
            <source>Both dates have observed too few pixels in common for the log-ratio's threshold: the network decides alone.</source>
            <translation>Las dos fechas tienen muy pocos píxeles observados en común para el umbral del log-cociente: la red decide sola.</translation>
        </message>
        <message>
            <source>Both have to come from one run.</source>
            <translation>Ambos tienen que proceder de una misma ejecución.</translation>
        </message>
        <message>
            <source>Both must show the same place.</source>
            <translation>Ambas deben mostrar el mismo lugar.</translation>
        </message>
        <message>
            <source>Bright ground in {band} differs by {newer} dB between the dates: were both calibrated alike? Snow, frost and leaves do that, too; the map may be misled by it.</source>
            <translation>El terreno claro en {band} difiere {newer} dB entre las fechas: ¿se calibraron igual? También lo causan la nieve, la helada y las hojas; el mapa puede estar engañado por ello.</translation>
        </message>
        <message>
            <source>Bring them onto one grid first (gdalwarp -te … -tr …, or Raster &gt; Align Rasters in QGIS).</source>
            <translation>Póngalas primero en una misma cuadrícula (gdalwarp -te … -tr …, o Ráster, Alinear rásteres).</translation>
        </message>
        <message>
            <source>Calibrate and terrain-correct the product first (SNAP: Calibration, then Terrain Correction), or order an RTC product. If they are integers with a scale factor, write that into the file (gdal_translate -a_scale … -a_offset …).</source>
            <translation>Calibre y corrija primero el terreno del producto (SNAP: Calibration, después Terrain Correction), o pida un producto RTC. Si son enteros con un factor de escala, escríbalo en el archivo (gdal_translate -a_scale … -a_offset …).</translation>
        </message>
        <message>
            <source>Calibrate, multi-look and terrain-correct it first (SNAP), or order an RTC product.</source>
            <translation>Calíbrela, aplique multi-look y corrija el terreno primero (SNAP), o pida un producto RTC.</translation>
        </message>
        <message>
            <source>Calm water may be among them: write the image in power, or with -60 dB instead, and run again.</source>
            <translation>Entre ellos puede haber agua en calma: escriba la imagen en potencia, o con -60 dB en su lugar, y ejecute de nuevo.</translation>
        </message>
        <message>
            <source>Card and network belong together.</source>
            <translation>La ficha y la red van juntas.</translation>
        </message>
        <message>
            <source>Check how the file was made.</source>
            <translation>Compruebe cómo se hizo el archivo.</translation>
        </message>
        <message>
            <source>Check its CRS.</source>
            <translation>Compruebe su SRC.</translation>
        </message>
        <message>
            <source>Check its coordinate reference system, or leave it out.</source>
            <translation>Compruebe su sistema de referencia de coordenadas, o no lo use.</translation>
        </message>
        <message>
            <source>Check its coordinate reference system.</source>
            <translation>Compruebe su sistema de referencia de coordenadas.</translation>
        </message>
        <message>
            <source>Check its unit and nodata value.</source>
            <translation>Compruebe su unidad y su valor sin datos.</translation>
        </message>
        <message>
            <source>Check its unit, and declare its value for voids as nodata (gdal_edit.py -a_nodata VALUE).</source>
            <translation>Compruebe su unidad, y declare su valor de huecos como sin datos (gdal_edit.py -a_nodata VALUE).</translation>
        </message>
        <message>
            <source>Check that the file is complete and is an image.</source>
            <translation>Compruebe que el archivo esté completo y sea una imagen.</translation>
        </message>
        <message>
            <source>Check that the file is complete.</source>
            <translation>Compruebe que el archivo esté completo.</translation>
        </message>
        <message>
            <source>Check the file; where zeros mean dark water, say so with --zeros dark (in QGIS: 'Zeros are').</source>
            <translation>Compruebe el archivo; si los ceros son agua oscura, dígalo en 'Los ceros son'.</translation>
        </message>
        <message>
            <source>Check the layer of land, or choose another image.</source>
            <translation>Compruebe la capa de tierra, o elija otra imagen.</translation>
        </message>
        <message>
            <source>Check the nodata value and the layer of land.</source>
            <translation>Compruebe el valor sin datos y la capa de tierra.</translation>
        </message>
        <message>
            <source>Check the nodata value, or choose the fixed threshold (--method fixed; in QGIS: 'Method').</source>
            <translation>Compruebe el valor sin datos, o elija el umbral fijo ('Método').</translation>
        </message>
        <message>
            <source>Check the path, or write a list with one scene a line.</source>
            <translation>Compruebe la ruta, o escriba una lista con una escena por línea.</translation>
        </message>
        <message>
            <source>Check the path.</source>
            <translation>Compruebe la ruta.</translation>
        </message>
        <message>
            <source>Check the product.</source>
            <translation>Compruebe el producto.</translation>
        </message>
        <message>
            <source>Check the zones' coordinate reference system, or choose others.</source>
            <translation>Compruebe el sistema de referencia de coordenadas de las zonas, o elija otras.</translation>
        </message>
        <message>
            <source>Check what the values mean, and say it with --scale (in QGIS: the box 'Pixel values').</source>
            <translation>Compruebe qué significan los valores, e indíquelo en 'Valores de píxel'.</translation>
        </message>
        <message>
            <source>Check where the product is from.</source>
            <translation>Compruebe de dónde viene el producto.</translation>
        </message>
        <message>
            <source>Choose a DEM of this place, or none.</source>
            <translation>Elija un MDE de este lugar, o ninguno.</translation>
        </message>
        <message>
            <source>Choose a Sentinel-1 product.</source>
            <translation>Elija un producto Sentinel-1.</translation>
        </message>
        <message>
            <source>Choose a file with polygons.</source>
            <translation>Elija un archivo con polígonos.</translation>
        </message>
        <message>
            <source>Choose a finer DEM that covers the flood, or a map that shows more of the flood's edge.</source>
            <translation>Elija un MDE más fino que cubra la inundación, o un mapa que muestre más de su borde.</translation>
        </message>
        <message>
            <source>Choose a larger pixel, another grid or an extent.</source>
            <translation>Elija un píxel mayor, otra cuadrícula o una extensión.</translation>
        </message>
        <message>
            <source>Choose a layer with polygons.</source>
            <translation>Elija una capa con polígonos.</translation>
        </message>
        <message>
            <source>Choose a shorter name.</source>
            <translation>Elija un nombre más corto.</translation>
        </message>
        <message>
            <source>Choose an extent inside it.</source>
            <translation>Elija una extensión dentro de él.</translation>
        </message>
        <message>
            <source>Choose an extent inside the image (tidemark info shows where it lies).</source>
            <translation>Elija una extensión dentro de la imagen.</translation>
        </message>
        <message>
            <source>Choose an image.</source>
            <translation>Elija una imagen.</translation>
        </message>
        <message>
            <source>Choose another Python.</source>
            <translation>Elija otro Python.</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>Elija otro archivo.</translation>
        </message>
        <message>
            <source>Choose another folder, or ask for the right to write there.</source>
            <translation>Elija otra carpeta, o pida permiso para escribir en ella.</translation>
        </message>
        <message>
            <source>Choose another image, or check the coordinate reference systems of the two.</source>
            <translation>Elija otra imagen, o compruebe los sistemas de referencia de coordenadas de las dos.</translation>
        </message>
        <message>
            <source>Choose another image, or check their nodata values.</source>
            <translation>Elija otra imagen, o compruebe sus valores sin datos.</translation>
        </message>
        <message>
            <source>Choose another layer.</source>
            <translation>Elija otra capa.</translation>
        </message>
        <message>
            <source>Choose another map.</source>
            <translation>Elija otro mapa.</translation>
        </message>
        <message>
            <source>Choose another model or another task.</source>
            <translation>Elija otro modelo u otra tarea.</translation>
        </message>
        <message>
            <source>Choose another model.</source>
            <translation>Elija otro modelo.</translation>
        </message>
        <message>
            <source>Choose another name, e.g. with _v2.</source>
            <translation>Elija otro nombre, p. ej. con _v2.</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>Elija otro.</translation>
        </message>
        <message>
            <source>Choose another output folder.</source>
            <translation>Elija otra carpeta de resultados.</translation>
        </message>
        <message>
            <source>Choose another output, or let it be replaced with --overwrite (in QGIS: 'Replace an earlier result').</source>
            <translation>Elija otro resultado, o permita que se reemplace con 'Reemplazar un resultado anterior'.</translation>
        </message>
        <message>
            <source>Choose another output, or move that file away.</source>
            <translation>Elija otro resultado, o mueva ese archivo.</translation>
        </message>
        <message>
            <source>Choose another output.</source>
            <translation>Elija otro resultado.</translation>
        </message>
        <message>
            <source>Choose at least one.</source>
            <translation>Elija al menos una.</translation>
        </message>
        <message>
            <source>Choose images of the same kind, or name their bands with {bands_option}.</source>
            <translation>Elija imágenes del mismo tipo, o nombre sus bandas en {bands_option}.</translation>
        </message>
        <message>
            <source>Choose one of these for the zones' names.</source>
            <translation>Elija uno de estos para los nombres de las zonas.</translation>
        </message>
        <message>
            <source>Choose one of these, give the path of a model card (.json), or use a method without a model.</source>
            <translation>Elija uno de estos, indique la ruta de una ficha (.json), o use un método sin modelo.</translation>
        </message>
        <message>
            <source>Choose one of these.</source>
            <translation>Elija uno de estos.</translation>
        </message>
        <message>
            <source>Choose one with --layer.</source>
            <translation>Elija una.</translation>
        </message>
        <message>
            <source>Choose the class raster of a run for water or a flood.</source>
            <translation>Elija el ráster de clases de una ejecución de agua o de inundación.</translation>
        </message>
        <message>
            <source>Choose the log-ratio with its fixed threshold (--method log-ratio; in QGIS: 'Method').</source>
            <translation>Elija el log-cociente, con su umbral fijo ('Método').</translation>
        </message>
        <message>
            <source>Choose the one that was taken earlier, or leave both out.</source>
            <translation>Elija la que se tomó antes, o deje ambas fuera.</translation>
        </message>
        <message>
            <source>Choose the product as it was downloaded.</source>
            <translation>Elija el producto tal como se descargó.</translation>
        </message>
        <message>
            <source>Classes are {join}.</source>
            <translation>Las clases son {join}.</translation>
        </message>
        <message>
            <source>Close other programs, or map a smaller extent.</source>
            <translation>Cierre otros programas o cartografíe una extensión menor.</translation>
        </message>
        <message>
            <source>Compare it with a card in the folder models of Tidemark.</source>
            <translation>Compárela con una ficha de la carpeta models de Tidemark.</translation>
        </message>
        <message>
            <source>Compute the slope in degrees (gdaldem slope).</source>
            <translation>Calcule la pendiente en grados (gdaldem slope).</translation>
        </message>
        <message>
            <source>Copy it again from where it came from, or install Tidemark again.</source>
            <translation>Cópielo de nuevo de donde vino, o instale Tidemark de nuevo.</translation>
        </message>
        <message>
            <source>Copy it again from where it came from.</source>
            <translation>Cópielo de nuevo de donde vino.</translation>
        </message>
        <message>
            <source>Copy or download it again.</source>
            <translation>Cópielo o descárguelo de nuevo.</translation>
        </message>
        <message>
            <source>Copy or download the file again.</source>
            <translation>Copie o descargue de nuevo el archivo.</translation>
        </message>
        <message>
            <source>Copy the card and its networks again from where they came from, or install Tidemark again.</source>
            <translation>Copie de nuevo la ficha y sus redes de donde vinieron, o instale Tidemark de nuevo.</translation>
        </message>
        <message>
            <source>Copy the network itself into {parent}.</source>
            <translation>Copie la propia red en {parent}.</translation>
        </message>
        <message>
            <source>Copy {name} into {parent}, or install Tidemark again.</source>
            <translation>Copie {name} en {parent}, o instale Tidemark de nuevo.</translation>
        </message>
        <message>
            <source>Correct --connectivity.</source>
            <translation>Corrija la conectividad.</translation>
        </message>
        <message>
            <source>Correct --minimum-area (in QGIS: 'Least area').</source>
            <translation>Corrija 'Área mínima'.</translation>
        </message>
        <message>
            <source>Correct --reference-threshold (in QGIS: 'Reference water from').</source>
            <translation>Corrija 'Agua de referencia desde'.</translation>
        </message>
        <message>
            <source>Correct --threads (in QGIS: 'CPU threads').</source>
            <translation>Corrija 'Hilos de CPU'.</translation>
        </message>
        <message>
            <source>Correct --wind (in QGIS: 'Wind').</source>
            <translation>Corrija 'Viento'.</translation>
        </message>
        <message>
            <source>Correct it.</source>
            <translation>Corríjalo.</translation>
        </message>
        <message>
            <source>Correct the extent.</source>
            <translation>Corrija la extensión.</translation>
        </message>
        <message>
            <source>Dark features are looked for at sea.</source>
            <translation>Las manchas oscuras se buscan en el mar.</translation>
        </message>
        <message>
            <source>Dark features at sea are looked for in VV, or in HH; the sea of other polarisations lies at the radar's noise.</source>
            <translation>Las manchas oscuras en el mar se buscan en VV, o en HH; el mar de otras polarizaciones está al nivel del ruido del radar.</translation>
        </message>
        <message>
            <source>Degrees from 0 to 90 are needed; this may be {unit}.</source>
            <translation>Se necesitan grados de 0 a 90; esto puede ser {unit}.</translation>
        </message>
        <message>
            <source>Depth of {hectares_in_words}: {mean_m} m in the mean, {largest_m} m at most, {volume} of water; no depth of {hectares_in_words2}; not observed: {not_observed_percent} % of the image.</source>
            <translation>Calado de {hectares_in_words}: {mean_m} m de media, {largest_m} m como máximo, {volume} de agua; sin calado en {hectares_in_words2}; no observado: {not_observed_percent} % de la imagen.</translation>
        </message>
        <message>
            <source>Depths are written to a .tif.</source>
            <translation>Los calados se escriben en un .tif.</translation>
        </message>
        <message>
            <source>Depths can be told of water and floods.</source>
            <translation>Se pueden dar calados de agua y de inundaciones.</translation>
        </message>
        <message>
            <source>Detected change in {share} of the {pixels}</source>
            <translation>Cambio detectado en el {share} de los {pixels}</translation>
        </message>
        <message>
            <source>Detected change {area} ({looked_at})</source>
            <translation>Cambio detectado: {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Detected flood in {share} of the {pixels}</source>
            <translation>Inundación detectada en el {share} de los {pixels}</translation>
        </message>
        <message>
            <source>Detected flood {area} ({looked_at})</source>
            <translation>Inundación detectada: {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Detected possible oil / dark features in {share} of the {pixels}</source>
            <translation>Posibles hidrocarburos / manchas oscuras detectados en el {share} de los {pixels}</translation>
        </message>
        <message>
            <source>Detected possible oil / dark features {area} ({looked_at})</source>
            <translation>Posibles hidrocarburos / manchas oscuras detectados: {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Detected water in {share} of the {pixels}</source>
            <translation>Agua detectada en el {share} de los {pixels}</translation>
        </message>
        <message>
            <source>Detected water {area} ({looked_at})</source>
            <translation>Agua detectada: {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Display values (8 bit): dark is meant in local standard deviations, a relative measure.</source>
            <translation>Valores de imagen (8 bits): oscuro se entiende en desviaciones típicas locales, una medida relativa.</translation>
        </message>
        <message>
            <source>Display values (8 bit): the image before was given the histogram of the image, and increase and decrease are relative.</source>
            <translation>Valores de imagen (8 bits): la imagen anterior recibió el histograma de la imagen, y aumento y disminución son relativos.</translation>
        </message>
        <message>
            <source>Download it first.</source>
            <translation>Descárguelo primero.</translation>
        </message>
        <message>
            <source>Download the GRD product of the same acquisition.</source>
            <translation>Descargue el producto GRD de la misma adquisición.</translation>
        </message>
        <message>
            <source>Download the product again, and compare its size with the portal's.</source>
            <translation>Descargue de nuevo el producto y compare su tamaño con el del portal.</translation>
        </message>
        <message>
            <source>Download the product again.</source>
            <translation>Descargue de nuevo el producto.</translation>
        </message>
        <message>
            <source>Download the values themselves (32-bit floating point, no visualisation).</source>
            <translation>Descargue los propios valores (32 bits en coma flotante, sin visualización).</translation>
        </message>
        <message>
            <source>Download the whole product again, or give a calibrated, terrain-corrected image of it.</source>
            <translation>Descargue de nuevo el producto entero, o indique una imagen suya calibrada y con corrección del terreno.</translation>
        </message>
        <message>
            <source>Download the whole product again.</source>
            <translation>Descargue de nuevo el producto entero.</translation>
        </message>
        <message>
            <source>Download what it refers to first.</source>
            <translation>Descargue primero aquello a lo que remite.</translation>
        </message>
        <message>
            <source>Drag the file into QGIS and choose the layers. QGIS 3.40 takes colours and legend from the file by itself.</source>
            <translation>Arrastre el archivo a QGIS y elija las capas. QGIS 3.40 toma del archivo por sí mismo los colores y la leyenda.</translation>
        </message>
        <message>
            <source>Drag {files} into QGIS (3.22 or newer). Colours and legend come by themselves, from the .qml file beside it.</source>
            <translation>Arrastre {files} a QGIS (3.22 o posterior). Los colores y la leyenda vienen solos, del archivo .qml que está al lado.</translation>
        </message>
        <message>
            <source>Each needs one.</source>
            <translation>Cada una necesita uno.</translation>
        </message>
        <message>
            <source>Each polarisation has a band of its own.</source>
            <translation>Cada polarización tiene su propia banda.</translation>
        </message>
        <message>
            <source>Each polarisation is needed once.</source>
            <translation>Cada polarización se necesita una vez.</translation>
        </message>
        <message>
            <source>Each result needs a name of its own.</source>
            <translation>Cada resultado necesita su propio nombre.</translation>
        </message>
        <message>
            <source>Every feature is laid over the map's pixels exactly: a house smaller than a pixel counts with the part of the pixel that it covers. Lengths and areas are those on the WGS 84 ellipsoid. A feature counts in every class that it touches; people are shared out by area.</source>
            <translation>Cada entidad se superpone a los píxeles del mapa con exactitud: una casa menor que un píxel cuenta con la parte del píxel que cubre. Longitudes y áreas son las del elipsoide WGS 84. Una entidad cuenta en cada clase que toca; las personas se reparten por área.</translation>
        </message>
        <message>
            <source>Every other GIS opens the .tif files as well (GeoTIFF); the .sld files have the colours.</source>
            <translation>Cualquier otro SIG abre también los archivos .tif (GeoTIFF); los archivos .sld tienen los colores.</translation>
        </message>
        <message>
            <source>Every sampled pixel has the same value: the image is constant.</source>
            <translation>Todos los píxeles de la muestra tienen el mismo valor: la imagen es constante.</translation>
        </message>
        <message>
            <source>Features below {size} were left out ({all_of_them} in all); the probability raster shows them.</source>
            <translation>Las manchas menores de {size} se omitieron ({all_of_them} en total); el ráster de probabilidad las muestra.</translation>
        </message>
        <message>
            <source>File systems take {longest} bytes.</source>
            <translation>Los sistemas de archivos admiten {longest} bytes.</translation>
        </message>
        <message>
            <source>Flood between two radar dates, with or without optical images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For floods, give its bands as the optical image.</source>
            <translation>Para inundaciones, indique sus bandas como imagen óptica.</translation>
        </message>
        <message>
            <source>For oil, a model looks at one band.</source>
            <translation>Para hidrocarburos, un modelo mira una banda.</translation>
        </message>
        <message>
            <source>Free some space or choose another folder, and run again.</source>
            <translation>Libere espacio o elija otra carpeta, y ejecute de nuevo.</translation>
        </message>
        <message>
            <source>Free some space or choose another folder; what is done stays done.</source>
            <translation>Libere espacio o elija otra carpeta; lo hecho, hecho queda.</translation>
        </message>
        <message>
            <source>Free some space, choose another folder, a larger pixel or an extent.</source>
            <translation>Libere espacio, elija otra carpeta, un píxel mayor o una extensión.</translation>
        </message>
        <message>
            <source>Georeference both, or cut both to the same pixels.</source>
            <translation>Georreferencie ambas, o recorte ambas a los mismos píxeles.</translation>
        </message>
        <message>
            <source>Georeference both.</source>
            <translation>Georreferencie ambas.</translation>
        </message>
        <message>
            <source>Georeference it anew (gdal_edit.py -a_ullr …).</source>
            <translation>Georreferénciela de nuevo (gdal_edit.py -a_ullr …).</translation>
        </message>
        <message>
            <source>Georeference the image first and map it again.</source>
            <translation>Georreferencie primero la imagen y cartografíela de nuevo.</translation>
        </message>
        <message>
            <source>Georeference the image.</source>
            <translation>Georreferencie la imagen.</translation>
        </message>
        <message>
            <source>Give a DEM of the whole product, or add the geoid to it.</source>
            <translation>Indique un MDE de todo el producto, o súmele el geoide.</translation>
        </message>
        <message>
            <source>Give a folder as the output instead of a GeoPackage.</source>
            <translation>Indique una carpeta como resultado en lugar de un GeoPackage.</translation>
        </message>
        <message>
            <source>Give a folder or such a list; for one image there is tidemark detect.</source>
            <translation>Indique una carpeta o una lista así; para una sola imagen hay algoritmos propios.</translation>
        </message>
        <message>
            <source>Give a map whose files are PREFIX_class.tif, PREFIX_run.json and so on.</source>
            <translation>Indique un mapa cuyos archivos se llamen PREFIX_class.tif, PREFIX_run.json, etc.</translation>
        </message>
        <message>
            <source>Give a smaller one.</source>
            <translation>Indique una menor.</translation>
        </message>
        <message>
            <source>Give e.g. --classes 1.</source>
            <translation>Indique p. ej. 1.</translation>
        </message>
        <message>
            <source>Give e.g. 0.5 for --threshold (in QGIS: 'Threshold').</source>
            <translation>Indique p. ej. 0.5 en 'Umbral'.</translation>
        </message>
        <message>
            <source>Give e.g. 0.5,0.75,1 for --scales (in QGIS: 'Scales').</source>
            <translation>Indique p. ej. 0.5,0.75,1 en 'Escalas'.</translation>
        </message>
        <message>
            <source>Give e.g. EMSR728 for --event (in QGIS: 'Event') and AOI01 for --aoi (in QGIS: 'Area of interest').</source>
            <translation>Indique p. ej. EMSR728 en 'Evento' y AOI01 en 'Área de interés'.</translation>
        </message>
        <message>
            <source>Give e.g. flood.</source>
            <translation>Indique p. ej. flood.</translation>
        </message>
        <message>
            <source>Give e.g. flood.gpkg.</source>
            <translation>Indique p. ej. flood.gpkg.</translation>
        </message>
        <message>
            <source>Give e.g. flood_depth.tif.</source>
            <translation>Indique p. ej. flood_depth.tif.</translation>
        </message>
        <message>
            <source>Give e.g. flood_exposure.gpkg.</source>
            <translation>Indique p. ej. flood_exposure.gpkg.</translation>
        </message>
        <message>
            <source>Give e.g. look.png.</source>
            <translation>Indique p. ej. look.png.</translation>
        </message>
        <message>
            <source>Give e.g. scene.tif.</source>
            <translation>Indique p. ej. scene.tif.</translation>
        </message>
        <message>
            <source>Give e.g. the occurrence layer of JRC Global Surface Water, or make 0 and 1 of the classes of water first.</source>
            <translation>Indique p. ej. la capa occurrence de JRC Global Surface Water, o haga antes 0 y 1 de las clases de agua.</translation>
        </message>
        <message>
            <source>Give e.g. the occurrence layer of JRC Global Surface Water.</source>
            <translation>Indique p. ej. la capa occurrence de JRC Global Surface Water.</translation>
        </message>
        <message>
            <source>Give e.g. zones.csv.</source>
            <translation>Indique p. ej. zones.csv.</translation>
        </message>
        <message>
            <source>Give it another name.</source>
            <translation>Dele otro nombre.</translation>
        </message>
        <message>
            <source>Give it like EPSG:32633, or leave it out for UTM.</source>
            <translation>Indíquelo como EPSG:32633, o déjelo vacío para UTM.</translation>
        </message>
        <message>
            <source>Give none, or one each.</source>
            <translation>No indique ninguno, o uno de cada.</translation>
        </message>
        <message>
            <source>Give one kind only.</source>
            <translation>Indique de un solo tipo.</translation>
        </message>
        <message>
            <source>Give the file PREFIX_class.tif that a run has written.</source>
            <translation>Indique el archivo PREFIX_class.tif que escribió una ejecución.</translation>
        </message>
        <message>
            <source>Give the file PREFIX_probability.tif that a run has written.</source>
            <translation>Indique el archivo PREFIX_probability.tif que escribió una ejecución.</translation>
        </message>
        <message>
            <source>Give the image's file, or use tidemark batch.</source>
            <translation>Indique el archivo de la imagen, o use 'Cartografiar muchas escenas'.</translation>
        </message>
        <message>
            <source>Give the image's file.</source>
            <translation>Indique el archivo de la imagen.</translation>
        </message>
        <message>
            <source>Give the newer one too (--optical; in QGIS: 'Optical image'), or leave both out.</source>
            <translation>Indique también la más reciente ('Imagen óptica'), o deje ambas fuera.</translation>
        </message>
        <message>
            <source>Give the older one too (--optical-before; in QGIS: 'Optical image before'), or leave the optical image out.</source>
            <translation>Indique también la más antigua ('Imagen óptica anterior'), o deje fuera la imagen óptica.</translation>
        </message>
        <message>
            <source>Give the older one with --before (in QGIS: 'Image before'), or choose another model.</source>
            <translation>Indique la anterior en 'Imagen anterior', o elija otro modelo.</translation>
        </message>
        <message>
            <source>Give the older one with --before (in QGIS: 'Image before').</source>
            <translation>Indique la anterior en 'Imagen anterior'.</translation>
        </message>
        <message>
            <source>Give the older radar image with --before (in QGIS: 'Image before the flood'), or leave the optical images out.</source>
            <translation>Indique la imagen de radar anterior en 'Imagen anterior a la inundación', o deje fuera las imágenes ópticas.</translation>
        </message>
        <message>
            <source>Give the one you need by its full name, e.g. {inside}.</source>
            <translation>Indique la que necesita con su nombre completo, p. ej. {inside}.</translation>
        </message>
        <message>
            <source>Give the two files of the same run.</source>
            <translation>Indique los dos archivos de la misma ejecución.</translation>
        </message>
        <message>
            <source>Give them one by one, or as the image and the image before.</source>
            <translation>Indíquelos uno a uno, o como imagen e imagen anterior.</translation>
        </message>
        <message>
            <source>Give those of VV and VH, e.g. Sigma0_VV.img and Sigma0_VH.img.</source>
            <translation>Indique los de VV y VH, p. ej. Sigma0_VV.img y Sigma0_VH.img.</translation>
        </message>
        <message>
            <source>Give {noun} with {for_both}, or leave {for_both2} out.</source>
            <translation>Indique {noun} con {for_both}, o deje fuera {for_both2}.</translation>
        </message>
        <message>
            <source>Hectares and positions need one.</source>
            <translation>Las hectáreas y posiciones la necesitan.</translation>
        </message>
        <message>
            <source>Heights above the ellipsoid are needed.</source>
            <translation>Se necesitan alturas sobre el elipsoide.</translation>
        </message>
        <message>
            <source>Heights along the flood's edge scatter by {noise_m} m: depths below that are uncertain, and the ground was smoothed over 3 x 3 pixels.</source>
            <translation>Las alturas a lo largo del borde de la inundación se dispersan {noise_m} m: los calados menores son inciertos, y el terreno se suavizó en 3 x 3 píxeles.</translation>
        </message>
        <message>
            <source>Heights in metres are needed.</source>
            <translation>Se necesitan alturas en metros.</translation>
        </message>
        <message>
            <source>Heights in metres lie between {lowest_m} and {highest_m}.</source>
            <translation>Las alturas en metros están entre {lowest_m} y {highest_m}.</translation>
        </message>
        <message>
            <source>If it is radar, name its bands with {bands_option}; else choose a radar image.</source>
            <translation>Si es radar, nombre sus bandas en {bands_option}; si no, elija una imagen de radar.</translation>
        </message>
        <message>
            <source>If that value means no data, declare it in the file (in QGIS: 'No data' in the layer's properties), and run again.</source>
            <translation>Si ese valor significa sin datos, declárelo en el archivo (en QGIS: 'Sin datos' en las propiedades de la capa) y ejecute de nuevo.</translation>
        </message>
        <message>
            <source>If zeros mean no data, say so (--zeros nodata; in QGIS: 'Zeros are'), and run again.</source>
            <translation>Si los ceros significan sin datos, indíquelo en 'Los ceros son' y ejecute de nuevo.</translation>
        </message>
        <message>
            <source>Images are written to a .tif.</source>
            <translation>Las imágenes se escriben en un .tif.</translation>
        </message>
        <message>
            <source>Images of products are kept there.</source>
            <translation>Allí se guardan las imágenes de los productos.</translation>
        </message>
        <message>
            <source>In a folder, images with the endings {join} count; in a list, each line is one.</source>
            <translation>En una carpeta cuentan las imágenes que terminan en {join}; en una lista, cada línea es una.</translation>
        </message>
        <message>
            <source>In the image before: {text}</source>
            <translation>En la imagen anterior: {text}</translation>
        </message>
        <message>
            <source>Install Tidemark again, or give another model.</source>
            <translation>Instale Tidemark de nuevo, o indique otro modelo.</translation>
        </message>
        <message>
            <source>Install the engine (panel 'Install engine').</source>
            <translation>Instale el motor (panel 'Instalar el motor').</translation>
        </message>
        <message>
            <source>Install the engine again (in QGIS: panel 'Install engine'; else: pip install {join}).</source>
            <translation>Instale el motor de nuevo (panel 'Instalar el motor'; si no: pip install {join}).</translation>
        </message>
        <message>
            <source>Install the engine again (pip install {split}; in QGIS: panel 'Install engine').</source>
            <translation>Instale el motor de nuevo (panel 'Instalar el motor'; si no: pip install {split}).</translation>
        </message>
        <message>
            <source>Installed models: {names}.</source>
            <translation>Modelos instalados: {names}.</translation>
        </message>
        <message>
            <source>It covers {join} in {to_string}, in longitude and latitude {min}, {min2}, {max}, {max2}.</source>
            <translation>Cubre {join} en {to_string}, en longitud y latitud {min}, {min2}, {max}, {max2}.</translation>
        </message>
        <message>
            <source>It is 0 or more, in hectares (1 km² is 100 ha).</source>
            <translation>Es 0 o más, en hectáreas (1 km² son 100 ha).</translation>
        </message>
        <message>
            <source>It is XMIN,YMIN,XMAX,YMAX with XMIN &lt; XMAX and YMIN &lt; YMAX.</source>
            <translation>Es XMIN,YMIN,XMAX,YMAX con XMIN &lt; XMAX e YMIN &lt; YMAX.</translation>
        </message>
        <message>
            <source>It is a probability from 0.01 to 1, in steps of 0.01.</source>
            <translation>Es una probabilidad de 0.01 a 1, en pasos de 0.01.</translation>
        </message>
        <message>
            <source>It is a size of 0 or more.</source>
            <translation>Es un tamaño de 0 o más.</translation>
        </message>
        <message>
            <source>It is a value of the raster, from 0 to 100.</source>
            <translation>Es un valor del ráster, de 0 a 100.</translation>
        </message>
        <message>
            <source>It is damaged, or made for a newer ONNX Runtime.</source>
            <translation>Está dañada, o hecha para un ONNX Runtime más nuevo.</translation>
        </message>
        <message>
            <source>It is damaged, or something else.</source>
            <translation>Está dañado, o es otra cosa.</translation>
        </message>
        <message>
            <source>It is given in the image's own coordinate reference system.</source>
            <translation>Se indica en el sistema de referencia de coordenadas de la propia imagen.</translation>
        </message>
        <message>
            <source>It is one of {join}.</source>
            <translation>Es uno de {join}.</translation>
        </message>
        <message>
            <source>It lies between 0 and 40 m/s (1 knot is 0.51 m/s).</source>
            <translation>Está entre 0 y 40 m/s (1 nudo son 0,51 m/s).</translation>
        </message>
        <message>
            <source>It lies between 1 and {largest_pixel_m} m.</source>
            <translation>Está entre 1 y {largest_pixel_m} m.</translation>
        </message>
        <message>
            <source>It may have been removed or moved while it was in use; nothing was written.</source>
            <translation>Puede que se haya eliminado o movido mientras estaba en uso; no se ha escrito nada.</translation>
        </message>
        <message>
            <source>It must cover the image.</source>
            <translation>Debe cubrir la imagen.</translation>
        </message>
        <message>
            <source>It must say where it lies.</source>
            <translation>Debe decir dónde está.</translation>
        </message>
        <message>
            <source>It needs points, lines or polygons.</source>
            <translation>Necesita puntos, líneas o polígonos.</translation>
        </message>
        <message>
            <source>It returns a value from 0 to 1 for each pixel of its input.</source>
            <translation>Devuelve un valor de 0 a 1 para cada píxel de su entrada.</translation>
        </message>
        <message>
            <source>It should be whole XML.</source>
            <translation>Debería ser XML completo.</translation>
        </message>
        <message>
            <source>It stands beside radar images of both dates.</source>
            <translation>Acompaña a imágenes de radar de ambas fechas.</translation>
        </message>
        <message>
            <source>It tells decrease from increase.</source>
            <translation>Distingue disminución de aumento.</translation>
        </message>
        <message>
            <source>It tells water that is always there from the flood.</source>
            <translation>Distingue de la inundación el agua que siempre está.</translation>
        </message>
        <message>
            <source>It tells what the map shows and which images it was made of.</source>
            <translation>Dice qué muestra el mapa y de qué imágenes se hizo.</translation>
        </message>
        <message>
            <source>Its annotation says {samples} x {lines} of uint16.</source>
            <translation>Su anotación dice {samples} x {lines} de uint16.</translation>
        </message>
        <message>
            <source>Its card says: inputs {wanted}, {join}; one output 'probability'.</source>
            <translation>Su ficha dice: entradas {wanted}, {join}; una salida 'probability'.</translation>
        </message>
        <message>
            <source>Its methods are {join}.</source>
            <translation>Sus métodos son {join}.</translation>
        </message>
        <message>
            <source>Its polygons have to overlap the image.</source>
            <translation>Sus polígonos tienen que solaparse con la imagen.</translation>
        </message>
        <message>
            <source>Layers of buildings, roads, places or land use are needed, or a population raster.</source>
            <translation>Se necesitan capas de edificios, carreteras, lugares o usos del suelo, o un ráster de población.</translation>
        </message>
        <message>
            <source>Leave it out, or choose a task that compares (--task {comparing}; in QGIS: 'Task').</source>
            <translation>Déjela fuera, o elija una tarea que compare ('Tarea': {comparing}).</translation>
        </message>
        <message>
            <source>Leave it out.</source>
            <translation>Déjelo fuera.</translation>
        </message>
        <message>
            <source>Leave the model out, so that one with an optical input is taken, or leave the optical images out.</source>
            <translation>Deje fuera el modelo, para que se tome uno con entrada óptica, o deje fuera las imágenes ópticas.</translation>
        </message>
        <message>
            <source>Leave the optical images out, or give the path of a model card (.json) with an optical input.</source>
            <translation>Deje fuera las imágenes ópticas, o indique la ruta de una ficha (.json) con entrada óptica.</translation>
        </message>
        <message>
            <source>Leave them out (--bands, --scale; in QGIS: BANDS, 'Pixel values').</source>
            <translation>Omítalos (BANDS, 'Valores de píxel').</translation>
        </message>
        <message>
            <source>Leave them out.</source>
            <translation>Déjelos fuera.</translation>
        </message>
        <message>
            <source>Let it be replaced with --overwrite (in QGIS: 'Do again what is done'), choose another folder for the results, or move that one away.</source>
            <translation>Permita que se reemplace ('Repetir lo ya hecho'), elija otra carpeta para los resultados, o mueva esa a otro lugar.</translation>
        </message>
        <message>
            <source>Letters, digits and hyphens can.</source>
            <translation>Las letras, cifras y guiones sí pueden.</translation>
        </message>
        <message>
            <source>Log in and download it again.</source>
            <translation>Inicie sesión y descárguelo de nuevo.</translation>
        </message>
        <message>
            <source>Make it, or choose another.</source>
            <translation>Créela, o elija otra.</translation>
        </message>
        <message>
            <source>Make the estimate again.</source>
            <translation>Haga de nuevo la estimación.</translation>
        </message>
        <message>
            <source>Make the map again, or look for the file.</source>
            <translation>Haga el mapa de nuevo, o busque el archivo.</translation>
        </message>
        <message>
            <source>Make the map again, or take the record that was written with it.</source>
            <translation>Haga el mapa de nuevo, o tome el registro que se escribió con él.</translation>
        </message>
        <message>
            <source>Metres are needed.</source>
            <translation>Se necesitan metros.</translation>
        </message>
        <message>
            <source>Most of the flood has no depth. {name} or the map's edge tells too little.</source>
            <translation>La mayor parte de la inundación no tiene calado. {name} o el borde del mapa dicen demasiado poco.</translation>
        </message>
        <message>
            <source>Move it away, or choose another folder.</source>
            <translation>Muévalo a otro lugar o elija otra carpeta.</translation>
        </message>
        <message>
            <source>No annotation of Sentinel-1 does.</source>
            <translation>Ninguna anotación de Sentinel-1 lo hace.</translation>
        </message>
        <message>
            <source>No depth can be told of any body of water: of the largest one, {reasons}.</source>
            <translation>No se puede dar el calado de ninguna masa de agua: de la mayor, {reasons}.</translation>
        </message>
        <message>
            <source>No depth of {hectares_in_words}: {reasons}.</source>
            <translation>Sin calado en {hectares_in_words}: {reasons}.</translation>
        </message>
        <message>
            <source>No georeference: hectares cannot be given.</source>
            <translation>Sin georreferencia: no se pueden dar hectáreas.</translation>
        </message>
        <message>
            <source>No land was given (--land; in QGIS: 'Land'): dark land, lakes and the radar's shadow at a steep coast may pass for features.</source>
            <translation>No se indicó la tierra ('Tierra'): la tierra oscura, los lagos y la sombra de radar en una costa escarpada pueden pasar por manchas.</translation>
        </message>
        <message>
            <source>No model for the task '{task}' is installed.</source>
            <translation>No hay ningún modelo instalado para la tarea '{task}'.</translation>
        </message>
        <message>
            <source>No model for the task '{task}' that takes an optical image is installed.</source>
            <translation>No hay ningún modelo instalado para la tarea '{task}' que tome una imagen óptica.</translation>
        </message>
        <message>
            <source>No pixel of the sampled image holds an observation: all are nodata.</source>
            <translation>Ningún píxel de la muestra de la imagen contiene una observación: todos son sin datos.</translation>
        </message>
        <message>
            <source>No polygon of {name} lies on the map: nothing was left out on its account.</source>
            <translation>Ningún polígono de {name} está en el mapa: no se excluyó nada por él.</translation>
        </message>
        <message>
            <source>No polygons: nothing was detected, or only pieces below the minimum ({area}).</source>
            <translation>Sin polígonos: no se detectó nada, o solo piezas menores que el mínimo ({area}).</translation>
        </message>
        <message>
            <source>No product is given.</source>
            <translation>No se indicó ningún producto.</translation>
        </message>
        <message>
            <source>No record tells where {name} shows possible water: it is not told from dry ground here.</source>
            <translation>Ningún registro dice dónde {name} muestra agua posible: aquí no se distingue del suelo seco.</translation>
        </message>
        <message>
            <source>No sampled pixel of the image is observed sea: all are land or nodata.</source>
            <translation>Ningún píxel de la muestra es mar observado: todos son tierra o sin datos.</translation>
        </message>
        <message>
            <source>No style was written: {stem}.qml beside it is a raster's. Choose another name to get one.</source>
            <translation>No se escribió ningún estilo: {stem}.qml, al lado, es el de un ráster. Elija otro nombre para obtener uno.</translation>
        </message>
        <message>
            <source>No wind speed was given: no feature is rated with high confidence (--wind; in QGIS: 'Wind').</source>
            <translation>No se indicó la velocidad del viento: ninguna mancha recibe confianza alta ('Viento').</translation>
        </message>
        <message>
            <source>Nothing is given that could be affected.</source>
            <translation>No se indicó nada que pueda estar afectado.</translation>
        </message>
        <message>
            <source>Nothing tells of the run that made {name}: it has no tags, and no run record lies beside it.</source>
            <translation>Nada dice qué ejecución hizo {name}: no tiene etiquetas, y no hay registro de la ejecución al lado.</translation>
        </message>
        <message>
            <source>Of an earlier map, or of another one, and so not in the package: {names}.</source>
            <translation>De un mapa anterior o de otro mapa y, por eso, fuera del paquete: {names}.</translation>
        </message>
        <message>
            <source>Of the image and {name}, one has no georeference and the other one has.</source>
            <translation>De la imagen y {name}, una no está georreferenciada y la otra sí.</translation>
        </message>
        <message>
            <source>Of {name} no sampled pixel is an observation: what its values would mean in decibels no radar measures.</source>
            <translation>De {name}, ningún píxel de la muestra es una observación: lo que sus valores significarían en decibelios no lo mide ningún radar.</translation>
        </message>
        <message>
            <source>On the map no value of {name} reaches {threshold} (the largest is {largest}): it made nothing reference water.</source>
            <translation>En el mapa ningún valor de {name} llega a {threshold} (el mayor es {largest}): no dio agua de referencia.</translation>
        </message>
        <message>
            <source>One date, and no knowledge of where water usually is: this map shows water, not flood.</source>
            <translation>Una fecha, y nada que diga dónde suele haber agua: este mapa muestra agua, no inundación.</translation>
        </message>
        <message>
            <source>One is needed.</source>
            <translation>Se necesita una.</translation>
        </message>
        <message>
            <source>One of each date is needed.</source>
            <translation>Se necesita una de cada fecha.</translation>
        </message>
        <message>
            <source>One of the two images holds display values (8 bit), the other one backscatter.</source>
            <translation>Una de las dos imágenes tiene valores de imagen (8 bits), la otra retrodispersión.</translation>
        </message>
        <message>
            <source>Only a network does.</source>
            <translation>Solo una red lo hace.</translation>
        </message>
        <message>
            <source>Only a network with an optical input does.</source>
            <translation>Solo lo hace una red con entrada óptica.</translation>
        </message>
        <message>
            <source>Only results of Tidemark are replaced.</source>
            <translation>Solo se reemplazan resultados de Tidemark.</translation>
        </message>
        <message>
            <source>Only the task {listed} does.</source>
            <translation>Solo la tarea {listed} lo hace.</translation>
        </message>
        <message>
            <source>Only the tasks {listed} do.</source>
            <translation>Solo las tareas {listed} lo hacen.</translation>
        </message>
        <message>
            <source>Only {observed} of the pixels were observed.</source>
            <translation>Solo se observó el {observed} de los píxeles.</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date</source>
            <translation>Agua abierta y posible con Sentinel-1 VV y VH, una fecha</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date, 8 bits</source>
            <translation>Agua abierta y posible con Sentinel-1 VV y VH, una fecha, 8 bits</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date, finer</source>
            <translation>Agua abierta y posible con Sentinel-1 VV y VH, una fecha, más fino</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date, finer, 8 bits</source>
            <translation>Agua abierta y posible con Sentinel-1 VV y VH, una fecha, más fino, 8 bits</translation>
        </message>
        <message>
            <source>Optical imagery could not be used.</source>
            <translation>No se pudieron usar imágenes ópticas.</translation>
        </message>
        <message>
            <source>Optical imagery was used for all of the observed area.</source>
            <translation>Se usaron imágenes ópticas en toda el área observada.</translation>
        </message>
        <message>
            <source>Optical imagery was used for {used} % of the observed area.</source>
            <translation>Se usaron imágenes ópticas en el {used} % del área observada.</translation>
        </message>
        <message>
            <source>Outside the validated domain: half of {band} lies below {median} dB; in training it was {low} to {high} dB.</source>
            <translation>Fuera del dominio validado: la mitad de {band} está por debajo de {median} dB; en el entrenamiento era de {low} a {high} dB.</translation>
        </message>
        <message>
            <source>Outside the validated domain: the pixels are finer than 5 m or coarser than 30 m.</source>
            <translation>Fuera del dominio validado: los píxeles son más finos que 5 m o más gruesos que 30 m.</translation>
        </message>
        <message>
            <source>Pixels are {across} x {down} m on the ground; the network saw the image resampled to its own pixel size.</source>
            <translation>Los píxeles miden {across} x {down} m en el terreno; la red vio la imagen remuestreada a su propio tamaño de píxel.</translation>
        </message>
        <message>
            <source>Placed on the heights of the product's own grid, some 15 km apart: in hills ground is off by up to {off} m. Heights (--dem; in QGIS: 'Heights (DEM)') correct that.</source>
            <translation>Colocada con las alturas de la cuadrícula del propio producto, separadas unos 15 km: en las montañas el terreno se desplaza hasta {off} m. Las alturas ('Alturas (MDE)') lo corrigen.</translation>
        </message>
        <message>
            <source>Placed on the heights of the product's own grid.</source>
            <translation>Colocada con las alturas de la cuadrícula del propio producto.</translation>
        </message>
        <message>
            <source>Please report it with this message; another file or option may work.</source>
            <translation>Comuníquelo con este mensaje, por favor; otro archivo u otra opción puede funcionar.</translation>
        </message>
        <message>
            <source>Plugin and engine must be of the same version: install Tidemark again.</source>
            <translation>El complemento y el motor deben ser de la misma versión: instale Tidemark de nuevo.</translation>
        </message>
        <message>
            <source>Polygons and zones need {join}; mapping does not.</source>
            <translation>Los polígonos y zonas necesitan {join}; cartografiar no.</translation>
        </message>
        <message>
            <source>Polygons are written to {join}.</source>
            <translation>Los polígonos se escriben en {join}.</translation>
        </message>
        <message>
            <source>Polygons need one to be placed.</source>
            <translation>Los polígonos la necesitan para colocarse.</translation>
        </message>
        <message>
            <source>Possible oil on the sea from one radar band</source>
            <translation>Posibles hidrocarburos en el mar, con una banda de radar</translation>
        </message>
        <message>
            <source>Power and amplitude look alike in this image, and its metadata does not say which it is.</source>
            <translation>La potencia y la amplitud se parecen en esta imagen, y sus metadatos no dicen cuál es.</translation>
        </message>
        <message>
            <source>Preparing the image needs up to {needed} GB there for a while.</source>
            <translation>Preparar la imagen necesita allí hasta {needed} GB durante un rato.</translation>
        </message>
        <message>
            <source>Probabilities are 0 to 100 per cent.</source>
            <translation>Las probabilidades van de 0 a 100 por ciento.</translation>
        </message>
        <message>
            <source>Products that are given together are joined to one image.</source>
            <translation>Los productos que se indican juntos se unen en una imagen.</translation>
        </message>
        <message>
            <source>Put PREFIX_{run}.json back beside it, or run the detection again.</source>
            <translation>Vuelva a poner PREFIX_{run}.json a su lado, o ejecute de nuevo la detección.</translation>
        </message>
        <message>
            <source>Put it back, or make the VRT again.</source>
            <translation>Vuelva a ponerlo, o haga el VRT de nuevo.</translation>
        </message>
        <message>
            <source>Put it back, or run the detection again.</source>
            <translation>Vuelva a ponerlo, o ejecute de nuevo la detección.</translation>
        </message>
        <message>
            <source>QGIS 3.22 shows the rasters of a GeoPackage in plain grey (its polygons have their colours): there, take the package as a folder.</source>
            <translation>QGIS 3.22 muestra en gris los rásteres de un GeoPackage (sus polígonos tienen sus colores): allí, tome el paquete como carpeta.</translation>
        </message>
        <message>
            <source>Radar alone decided where the optical imagery is cloudy ({cloudy} %) or missing ({missing} %).</source>
            <translation>El radar solo decidió donde las imágenes ópticas tienen nubes ({cloudy} %) o faltan ({missing} %).</translation>
        </message>
        <message>
            <source>Reference water is given as 0 and 1, as months of water (0 to 12) or as occurrence in per cent (0 to 100).</source>
            <translation>El agua de referencia se da como 0 y 1, como meses con agua (0 a 12) o como ocurrencia en por ciento (0 a 100).</translation>
        </message>
        <message>
            <source>Reference water is what the first run's threshold made of the image before: with a lower one now, shores may pass for flood.</source>
            <translation>El agua de referencia es la que dio el umbral de la primera ejecución en la imagen anterior: con uno más bajo ahora, las orillas pueden pasar por inundación.</translation>
        </message>
        <message>
            <source>Reference water was taken from {description}.</source>
            <translation>El agua de referencia se tomó de {description}.</translation>
        </message>
        <message>
            <source>Repair them (in QGIS: Fix geometries), or save them in the image's reference system.</source>
            <translation>Repárelos (Corregir geometrías), o guárdelos en el sistema de referencia de la imagen.</translation>
        </message>
        <message>
            <source>Results are not replaced unless you say so.</source>
            <translation>Los resultados no se reemplazan si no lo dice usted.</translation>
        </message>
        <message>
            <source>Results are written into a folder that is there.</source>
            <translation>Los resultados se escriben en una carpeta que ya existe.</translation>
        </message>
        <message>
            <source>Results never take the place of what they are made of.</source>
            <translation>Los resultados nunca ocupan el lugar de aquello de lo que se hacen.</translation>
        </message>
        <message>
            <source>Run the detection again.</source>
            <translation>Ejecute de nuevo la detección.</translation>
        </message>
        <message>
            <source>Save them in the image's reference system, or in EPSG:4326.</source>
            <translation>Guárdelos en el sistema de referencia de la imagen, o en EPSG:4326.</translation>
        </message>
        <message>
            <source>Say which band is which with --optical-bands, e.g. swir=1,nir=2,visible=3 (in QGIS: 'Optical bands').</source>
            <translation>Diga qué banda es cuál en 'Bandas ópticas', p. ej. swir=1,nir=2,visible=3.</translation>
        </message>
        <message>
            <source>Say which band is which with {bands_option}.</source>
            <translation>Diga qué banda es cuál en {bands_option}.</translation>
        </message>
        <message>
            <source>Say which it is with --scale (in QGIS: the box 'Pixel values').</source>
            <translation>Diga cuál es en 'Valores de píxel'.</translation>
        </message>
        <message>
            <source>Scales lie between 0.1 and 4 in steps such as 0.05.</source>
            <translation>Las escalas están entre 0.1 y 4 en pasos como 0.05.</translation>
        </message>
        <message>
            <source>Set TIDEMARK_CACHE to a folder that can be written.</source>
            <translation>Ponga en TIDEMARK_CACHE una carpeta en la que se pueda escribir.</translation>
        </message>
        <message>
            <source>Set the image's coordinate reference system right (gdal_edit.py -a_srs, or Layer &gt; Set CRS and Save As in QGIS).</source>
            <translation>Corrija el sistema de referencia de coordenadas de la imagen (gdal_edit.py -a_srs, o Capa, Establecer SRC, y Guardar como).</translation>
        </message>
        <message>
            <source>So look downloads that broke off, and pages that ask for a login.</source>
            <translation>Así son las descargas interrumpidas y las páginas que piden iniciar sesión.</translation>
        </message>
        <message>
            <source>Some of the files are Sentinel-1 products, and some are not.</source>
            <translation>Algunos de los archivos son productos Sentinel-1 y otros no.</translation>
        </message>
        <message>
            <source>Statistics are written to a table (.csv) or a layer (.gpkg).</source>
            <translation>Las estadísticas se escriben en una tabla (.csv) o en una capa (.gpkg).</translation>
        </message>
        <message>
            <source>Terrain-correct it first (SNAP: Calibration, then Range-Doppler Terrain Correction), or order an RTC product.</source>
            <translation>Corrija primero su terreno (SNAP: Calibration, después Range-Doppler Terrain Correction), o pida un producto RTC.</translation>
        </message>
        <message>
            <source>That is no annotation.</source>
            <translation>Eso no es una anotación.</translation>
        </message>
        <message>
            <source>That is no radar image.</source>
            <translation>Eso no es una imagen de radar.</translation>
        </message>
        <message>
            <source>The DEM has voids: {hectares_in_words} of the flood have no height and no depth.</source>
            <translation>El MDE tiene huecos: {hectares_in_words} de la inundación no tienen altura ni calado.</translation>
        </message>
        <message>
            <source>The DEM holds none of the product's tie points, so what its heights count from cannot be found.</source>
            <translation>El MDE no contiene ninguno de los puntos de enlace del producto, así que no se puede hallar desde dónde cuentan sus alturas.</translation>
        </message>
        <message>
            <source>The DEM is damaged: a part of it cannot be read.</source>
            <translation>El MDE está dañado: una parte no se puede leer.</translation>
        </message>
        <message>
            <source>The DEM {path} cannot be brought onto the image's grid: {error}.</source>
            <translation>El MDE {path} no se puede llevar a la cuadrícula de la imagen: {error}.</translation>
        </message>
        <message>
            <source>The DEM {path} has no coordinate reference system.</source>
            <translation>El MDE {path} no tiene sistema de referencia de coordenadas.</translation>
        </message>
        <message>
            <source>The DEM {path} has no height where the image lies.</source>
            <translation>El MDE {path} no tiene alturas donde está la imagen.</translation>
        </message>
        <message>
            <source>The DEM {path} has values from {low} to {high}.</source>
            <translation>El MDE {path} tiene valores de {low} a {high}.</translation>
        </message>
        <message>
            <source>The bands of one scene share size, position and coordinate reference system.</source>
            <translation>Las bandas de una escena comparten tamaño, posición y sistema de referencia de coordenadas.</translation>
        </message>
        <message>
            <source>The bands were given as {name}={number}.</source>
            <translation>Las bandas se indicaron como {name}={number}.</translation>
        </message>
        <message>
            <source>The class raster of the run does not lie beside {name}: what the run had left out is not left out here.</source>
            <translation>El ráster de clases de la ejecución no está junto a {name}: lo que la ejecución había excluido no se excluye aquí.</translation>
        </message>
        <message>
            <source>The connectivity is {connectivity}.</source>
            <translation>La conectividad es {connectivity}.</translation>
        </message>
        <message>
            <source>The dark-spot rule compares with at least {least_window} of them.</source>
            <translation>La regla de manchas oscuras compara con al menos {least_window} de ellos.</translation>
        </message>
        <message>
            <source>The device '{device}' did not start.</source>
            <translation>El dispositivo '{device}' no arrancó.</translation>
        </message>
        <message>
            <source>The device '{device}' was tried, but {why}; the CPU was used instead.</source>
            <translation>Se probó el dispositivo '{device}', pero {why}; se usó la CPU en su lugar.</translation>
        </message>
        <message>
            <source>The disk may be full or gone. Nothing was left there.</source>
            <translation>El disco puede estar lleno o ausente. No quedó nada allí.</translation>
        </message>
        <message>
            <source>The disk of {folder} is full: {free} MB are free.</source>
            <translation>El disco de {folder} está lleno: quedan {free} MB.</translation>
        </message>
        <message>
            <source>The disk of {folder} is too full: {free} GB are free.</source>
            <translation>El disco de {folder} está demasiado lleno: quedan {free} GB.</translation>
        </message>
        <message>
            <source>The engine needs Python 3.10 or newer with numpy, scipy, rasterio and onnxruntime.</source>
            <translation>El motor necesita Python 3.10 o posterior con numpy, scipy, rasterio y onnxruntime.</translation>
        </message>
        <message>
            <source>The engine needs Python 3.10 or newer.</source>
            <translation>El motor necesita Python 3.10 o posterior.</translation>
        </message>
        <message>
            <source>The engine's environment lacks {join}.</source>
            <translation>Al entorno del motor le falta {join}.</translation>
        </message>
        <message>
            <source>The engine's environment lacks {name}.</source>
            <translation>Al entorno del motor le falta {name}.</translation>
        </message>
        <message>
            <source>The extent does not meet the product.</source>
            <translation>La extensión no toca el producto.</translation>
        </message>
        <message>
            <source>The extent {join} does not meet the product.</source>
            <translation>La extensión {join} no toca el producto.</translation>
        </message>
        <message>
            <source>The extent {join} is empty.</source>
            <translation>La extensión {join} está vacía.</translation>
        </message>
        <message>
            <source>The file may be cut.</source>
            <translation>El archivo puede estar cortado.</translation>
        </message>
        <message>
            <source>The folder for prepared images cannot be made: {error}.</source>
            <translation>No se puede crear la carpeta de imágenes preparadas: {error}.</translation>
        </message>
        <message>
            <source>The folder must be writable and its disk must have space.</source>
            <translation>La carpeta debe admitir escritura y su disco tener espacio.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be made: {strerror}.</source>
            <translation>No se puede crear la carpeta {folder}: {strerror}.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be read: {strerror}.</source>
            <translation>No se puede leer la carpeta {folder}: {strerror}.</translation>
        </message>
        <message>
            <source>The folder {folder} does not exist.</source>
            <translation>La carpeta {folder} no existe.</translation>
        </message>
        <message>
            <source>The folder {folder} is not writable.</source>
            <translation>En la carpeta {folder} no se puede escribir.</translation>
        </message>
        <message>
            <source>The heights of {name} are in '{unit}'.</source>
            <translation>Las alturas de {name} están en '{unit}'.</translation>
        </message>
        <message>
            <source>The heights of {name} are in feet.</source>
            <translation>Las alturas de {name} están en pies.</translation>
        </message>
        <message>
            <source>The image and the image before are the same file: nothing can be new in it.</source>
            <translation>La imagen y la imagen anterior son el mismo archivo: nada puede ser nuevo en él.</translation>
        </message>
        <message>
            <source>The image and the image before have no observed pixel in common, as far as a sample shows.</source>
            <translation>La imagen y la imagen anterior no tienen ningún píxel observado en común, hasta donde muestra una muestra.</translation>
        </message>
        <message>
            <source>The image and {name} do not overlap.</source>
            <translation>La imagen y {name} no se solapan.</translation>
        </message>
        <message>
            <source>The image and {name} have different sizes, and no georeference.</source>
            <translation>La imagen y {name} tienen tamaños distintos y no están georreferenciadas.</translation>
        </message>
        <message>
            <source>The image does not lie within the coordinate reference system of {name} ({describe_crs}).</source>
            <translation>La imagen no está dentro del sistema de referencia de coordenadas de {name} ({describe_crs}).</translation>
        </message>
        <message>
            <source>The image has no georeference.</source>
            <translation>La imagen no está georreferenciada.</translation>
        </message>
        <message>
            <source>The image has no georeference: it was mapped on its own pixels, taken as the model's size, and hectares are unknown.</source>
            <translation>La imagen no está georreferenciada: se cartografió en sus propios píxeles, tomados con el tamaño del modelo, y las hectáreas se desconocen.</translation>
        </message>
        <message>
            <source>The image has the bands {join}.</source>
            <translation>La imagen tiene las bandas {join}.</translation>
        </message>
        <message>
            <source>The image has {bands}; this may be an optical image or a picture.</source>
            <translation>La imagen tiene {bands}; puede ser una imagen óptica o una foto.</translation>
        </message>
        <message>
            <source>The image has {join}, the image before {join2}.</source>
            <translation>La imagen tiene {join}, la imagen anterior {join2}.</translation>
        </message>
        <message>
            <source>The image has {join}.</source>
            <translation>La imagen tiene {join}.</translation>
        </message>
        <message>
            <source>The image holds display values (8 bit), not backscatter.</source>
            <translation>La imagen tiene valores de imagen (8 bits), no retrodispersión.</translation>
        </message>
        <message>
            <source>The image would have {right} x {top} pixels.</source>
            <translation>La imagen tendría {right} x {top} píxeles.</translation>
        </message>
        <message>
            <source>The image's coordinates lie nowhere on Earth in its coordinate reference system ({describe_crs}).</source>
            <translation>Las coordenadas de la imagen no están en ningún lugar de la Tierra en su sistema de referencia de coordenadas ({describe_crs}).</translation>
        </message>
        <message>
            <source>The images lie in the product's folder 'measurement'.</source>
            <translation>Las imágenes están en la carpeta 'measurement' del producto.</translation>
        </message>
        <message>
            <source>The images lie {shift} pixels (down) and {shift2} (across) off each other: edges may pass for change.</source>
            <translation>Las imágenes están desplazadas {shift} píxeles (hacia abajo) y {shift2} (en horizontal): los bordes pueden pasar por cambio.</translation>
        </message>
        <message>
            <source>The images were taken at different times of the day ({acquired}, {acquired2}), so from different tracks: slopes, woods and towns look different, and that may pass for change.</source>
            <translation>Las imágenes se tomaron a horas distintas del día ({acquired}, {acquired2}), por tanto desde órbitas distintas: laderas, bosques y ciudades se ven distintos, y eso puede pasar por cambio.</translation>
        </message>
        <message>
            <source>The images were taken from different directions ({pass_direction}, {pass_direction2}): slopes, woods and towns look different, and that may pass for change.</source>
            <translation>Las imágenes se tomaron desde direcciones distintas ({pass_direction}, {pass_direction2}): laderas, bosques y ciudades se ven distintos, y eso puede pasar por cambio.</translation>
        </message>
        <message>
            <source>The installed ONNX Runtime cannot use '{device}'; the CPU was used instead.</source>
            <translation>El ONNX Runtime instalado no puede usar '{device}'; se usó la CPU en su lugar.</translation>
        </message>
        <message>
            <source>The job cannot be read: {error}.</source>
            <translation>El trabajo no se puede leer: {error}.</translation>
        </message>
        <message>
            <source>The job names no image with the role '{role}'.</source>
            <translation>El trabajo no nombra ninguna imagen con el papel '{role}'.</translation>
        </message>
        <message>
            <source>The layer '{title}' of {name} holds no features.</source>
            <translation>La capa '{title}' de {name} no contiene entidades.</translation>
        </message>
        <message>
            <source>The layers with their shares are written to .gpkg; .csv writes the table only.</source>
            <translation>Las capas con sus partes se escriben en .gpkg; .csv escribe solo la tabla.</translation>
        </message>
        <message>
            <source>The map lacks its file {path}.</source>
            <translation>Al mapa le falta su archivo {path}.</translation>
        </message>
        <message>
            <source>The map shows no flood.</source>
            <translation>El mapa no muestra inundación.</translation>
        </message>
        <message>
            <source>The map shows water on one date, usual water included: below that, a DEM shows the water and not its ground.</source>
            <translation>El mapa muestra el agua de una fecha, incluida la habitual: bajo ella un MDE muestra el agua y no su fondo.</translation>
        </message>
        <message>
            <source>The memory ran out, and nothing was written.</source>
            <translation>Se agotó la memoria, y no se ha escrito nada.</translation>
        </message>
        <message>
            <source>The metadata says decibels, but hardly any value is negative.</source>
            <translation>Los metadatos dicen decibelios, pero casi ningún valor es negativo.</translation>
        </message>
        <message>
            <source>The metadata says decibels, but the pixels are 16-bit whole numbers without a sign: a picture stretched for display.</source>
            <translation>Los metadatos dicen decibelios, pero los píxeles son enteros de 16 bits sin signo: una imagen estirada para mostrar.</translation>
        </message>
        <message>
            <source>The metadata says {stated}, but then the middle of the bands is {words}.</source>
            <translation>Los metadatos dicen {stated}, pero entonces el valor central de las bandas es {words}.</translation>
        </message>
        <message>
            <source>The metadata says {stated}, but {negative} of the values are negative.</source>
            <translation>Los metadatos dicen {stated}, pero {negative} de los valores son negativos.</translation>
        </message>
        <message>
            <source>The method '{method}' cannot do the task '{task}'.</source>
            <translation>El método '{method}' no puede hacer la tarea '{task}'.</translation>
        </message>
        <message>
            <source>The method '{method}' does not ask for {names}.</source>
            <translation>El método '{method}' no pide {names}.</translation>
        </message>
        <message>
            <source>The method '{method}' takes no optical image.</source>
            <translation>El método '{method}' no toma imágenes ópticas.</translation>
        </message>
        <message>
            <source>The model '{name}' compares optical images of two dates, and there is one.</source>
            <translation>El modelo '{name}' compara imágenes ópticas de dos fechas, y hay una.</translation>
        </message>
        <message>
            <source>The model '{name}' compares two dates, and there is one image.</source>
            <translation>El modelo '{name}' compara dos fechas, y hay una imagen.</translation>
        </message>
        <message>
            <source>The model '{name}' has a card, but its network {name2} is not beside it.</source>
            <translation>El modelo '{name}' tiene ficha, pero su red {name2} no está al lado.</translation>
        </message>
        <message>
            <source>The model '{name}' looks at {join}.</source>
            <translation>El modelo '{name}' mira {join}.</translation>
        </message>
        <message>
            <source>The model '{name}' needs {join}.</source>
            <translation>El modelo '{name}' necesita {join}.</translation>
        </message>
        <message>
            <source>The model '{name}' sees radar only.</source>
            <translation>El modelo '{name}' solo ve radar.</translation>
        </message>
        <message>
            <source>The model '{name}' serves the task '{task}', not '{task2}'.</source>
            <translation>El modelo '{name}' sirve para la tarea '{task}', no '{task2}'.</translation>
        </message>
        <message>
            <source>The model '{name}' was trained on {bands}; this image has {band}.</source>
            <translation>El modelo '{name}' se entrenó con {bands}; esta imagen tiene {band}.</translation>
        </message>
        <message>
            <source>The model card {name} cannot be read: {error}.</source>
            <translation>La ficha {name} no se puede leer: {error}.</translation>
        </message>
        <message>
            <source>The model card {name} is incomplete: {name2} {error}.</source>
            <translation>La ficha {name} está incompleta: {name2} {error}.</translation>
        </message>
        <message>
            <source>The model looks at {known}.</source>
            <translation>El modelo mira {known}.</translation>
        </message>
        <message>
            <source>The name of {name} or of its folder contains %, and the library that reads netCDF and HDF5 takes that for a command.</source>
            <translation>El nombre de {name} o de su carpeta contiene %, y la biblioteca que lee netCDF y HDF5 lo toma por una orden.</translation>
        </message>
        <message>
            <source>The name {basename} is too long.</source>
            <translation>El nombre {basename} es demasiado largo.</translation>
        </message>
        <message>
            <source>The network {name} cannot be read as an ONNX file.</source>
            <translation>La red {name} no se puede leer como archivo ONNX.</translation>
        </message>
        <message>
            <source>The network {name} failed: {error}.</source>
            <translation>La red {name} falló: {error}.</translation>
        </message>
        <message>
            <source>The network {name} has the inputs {inputs} and the outputs {outputs}.</source>
            <translation>La red {name} tiene las entradas {inputs} y las salidas {outputs}.</translation>
        </message>
        <message>
            <source>The network {name} has {st_size} GB.</source>
            <translation>La red {name} tiene {st_size} GB.</translation>
        </message>
        <message>
            <source>The network {name} is not the one that its card describes: the checksums differ.</source>
            <translation>La red {name} no es la que describe su ficha: las sumas de comprobación difieren.</translation>
        </message>
        <message>
            <source>The network {name} is not used: {error}.</source>
            <translation>La red {name} no se usa: {error}.</translation>
        </message>
        <message>
            <source>The network {name} of the model '{name2}' is a link to another folder.</source>
            <translation>La red {name} del modelo '{name2}' es un enlace a otra carpeta.</translation>
        </message>
        <message>
            <source>The next part of the result needs up to {needed_bytes} MB. Nothing was left there.</source>
            <translation>La parte siguiente del resultado necesita hasta {needed_bytes} MB. No quedó nada allí.</translation>
        </message>
        <message>
            <source>The optical bands were given as {join}.</source>
            <translation>Las bandas ópticas se indicaron como {join}.</translation>
        </message>
        <message>
            <source>The output is empty.</source>
            <translation>El resultado está vacío.</translation>
        </message>
        <message>
            <source>The output {name} has no known ending.</source>
            <translation>El resultado {name} no tiene una extensión conocida.</translation>
        </message>
        <message>
            <source>The output {output} is an input of the same run ({found}).</source>
            <translation>El resultado {output} es una entrada de la misma ejecución ({found}).</translation>
        </message>
        <message>
            <source>The output {prefix} is a device or a pipe.</source>
            <translation>El resultado {prefix} es un dispositivo o una tubería.</translation>
        </message>
        <message>
            <source>The output {prefix} is a folder.</source>
            <translation>El resultado {prefix} es una carpeta.</translation>
        </message>
        <message>
            <source>The pixel is {pixel} m.</source>
            <translation>El píxel es de {pixel} m.</translation>
        </message>
        <message>
            <source>The pixels (middle value {median}) are numbers as raw radar products hold them (digital numbers), not backscatter.</source>
            <translation>Los píxeles (valor central {median}) son números como los de los productos de radar en bruto (números digitales), no retrodispersión.</translation>
        </message>
        <message>
            <source>The pixels of {name} lie turned on the map.</source>
            <translation>Los píxeles de {name} están girados sobre el mapa.</translation>
        </message>
        <message>
            <source>The polygons of {name} cannot be laid over the image: {splitlines}.</source>
            <translation>Los polígonos de {name} no se pueden superponer a la imagen: {splitlines}.</translation>
        </message>
        <message>
            <source>The polygons with contrast and confidence were not made anew: run the detection with this threshold to get them.</source>
            <translation>Los polígonos con contraste y confianza no se rehicieron: ejecute la detección con este umbral para obtenerlos.</translation>
        </message>
        <message>
            <source>The product may be incomplete.</source>
            <translation>El producto puede estar incompleto.</translation>
        </message>
        <message>
            <source>The rasters hold the codes in their first band (PNG tiles, no loss). The table 'readme' has this text and the run record.</source>
            <translation>Los rásteres tienen los códigos en su primera banda (teselas PNG, sin pérdida). La tabla 'readme' tiene este texto y el registro de la ejecución.</translation>
        </message>
        <message>
            <source>The record of {name} tells of the task '{task}'.</source>
            <translation>El registro de {name} habla de la tarea '{task}'.</translation>
        </message>
        <message>
            <source>The record tells which files belong to a map.</source>
            <translation>El registro dice qué archivos pertenecen a un mapa.</translation>
        </message>
        <message>
            <source>The result could not be written to {folder}: {reason}.</source>
            <translation>El resultado no se pudo escribir en {folder}: {reason}.</translation>
        </message>
        <message>
            <source>The run record cannot be read: {name} {error}.</source>
            <translation>El registro de la ejecución no se puede leer: {name} {error}.</translation>
        </message>
        <message>
            <source>The same band was given twice.</source>
            <translation>La misma banda se indicó dos veces.</translation>
        </message>
        <message>
            <source>The sample holds {size} observed pixels of sea.</source>
            <translation>La muestra contiene {size} píxeles observados de mar.</translation>
        </message>
        <message>
            <source>The sample holds {size} pixels that both dates have observed.</source>
            <translation>La muestra contiene {size} píxeles observados en ambas fechas.</translation>
        </message>
        <message>
            <source>The sampled pixels are all zero: their scale cannot be told.</source>
            <translation>Los píxeles de la muestra son todos cero: no se puede saber su escala.</translation>
        </message>
        <message>
            <source>The scale {scale} cannot be used.</source>
            <translation>La escala {scale} no se puede usar.</translation>
        </message>
        <message>
            <source>The scene's sample holds {size} observed pixels.</source>
            <translation>La muestra de la escena contiene {size} píxeles observados.</translation>
        </message>
        <message>
            <source>The slopes of {name} are not in degrees: the largest is {highest}.</source>
            <translation>Las pendientes de {name} no están en grados: la mayor es {highest}.</translation>
        </message>
        <message>
            <source>The summary {path} cannot be written: {strerror}.</source>
            <translation>El resumen {path} no se puede escribir: {strerror}.</translation>
        </message>
        <message>
            <source>The summary {path} of an earlier batch cannot be read.</source>
            <translation>El resumen {path} de un lote anterior no se puede leer.</translation>
        </message>
        <message>
            <source>The task '{task}' does not ask for {names}.</source>
            <translation>La tarea '{task}' no pide {names}.</translation>
        </message>
        <message>
            <source>The task '{task}' maps what is there, not what is new.</source>
            <translation>La tarea '{task}' cartografía lo que hay, no lo que es nuevo.</translation>
        </message>
        <message>
            <source>The task '{task}' takes no optical image.</source>
            <translation>La tarea '{task}' no toma imágenes ópticas.</translation>
        </message>
        <message>
            <source>The threshold methods know {join}.</source>
            <translation>Los métodos de umbral conocen {join}.</translation>
        </message>
        <message>
            <source>The two bands have no names and are equally bright.</source>
            <translation>Las dos bandas no tienen nombre y son igual de claras.</translation>
        </message>
        <message>
            <source>The two images were put in order: {acquired} is compared with {acquired2}, the older one.</source>
            <translation>Las dos imágenes se ordenaron: {acquired} se compara con {acquired2}, la anterior.</translation>
        </message>
        <message>
            <source>The two optical images are the same file: {min}.</source>
            <translation>Las dos imágenes ópticas son el mismo archivo: {min}.</translation>
        </message>
        <message>
            <source>The two place the image together, to a tenth of a pixel.</source>
            <translation>Ambas sitúan la imagen juntas, con una precisión de una décima de píxel.</translation>
        </message>
        <message>
            <source>The two say whether the absolute constant is in the vectors.</source>
            <translation>Ambos dicen si la constante absoluta está en los vectores.</translation>
        </message>
        <message>
            <source>The values are negative, but fit no or several scales of decibels.</source>
            <translation>Los valores son negativos, pero no encajan en ninguna o en varias escalas de decibelios.</translation>
        </message>
        <message>
            <source>The values are not in decibels, as was said: hardly any is negative.</source>
            <translation>Los valores no están en decibelios, aunque así se indicó: casi ninguno es negativo.</translation>
        </message>
        <message>
            <source>The values do not mean {given}, as was said: the middle of the bands would be {words}.</source>
            <translation>Los valores no significan {given}, aunque así se indicó: el valor central de las bandas sería {words}.</translation>
        </message>
        <message>
            <source>The values of {image} could be: {join}. A wrong guess would give a wrong map.</source>
            <translation>Los valores de {image} podrían ser: {join}. Una suposición equivocada daría un mapa equivocado.</translation>
        </message>
        <message>
            <source>The values of {name} do not mean {scale}: what they mean was found out.</source>
            <translation>Los valores de {name} no significan {scale}: se averiguó qué significan.</translation>
        </message>
        <message>
            <source>The worker was sent a line that it does not understand.</source>
            <translation>El proceso recibió una línea que no entiende.</translation>
        </message>
        <message>
            <source>The {kind} before ({older}) is newer than the {kind2} ({newer}): are they swapped?</source>
            <translation>{kind} anterior ({older}) más nueva que {kind2} ({newer}): ¿están intercambiadas?</translation>
        </message>
        <message>
            <source>The {kind} before and the {kind2} are of the same date ({older}, {newer}): is one of them the wrong file?</source>
            <translation>{kind} anterior y {kind2} de la misma fecha ({older}, {newer}): ¿es una de ellas el archivo equivocado?</translation>
        </message>
        <message>
            <source>There are no polygons of class {join}.</source>
            <translation>No hay polígonos de la clase {join}.</translation>
        </message>
        <message>
            <source>There is a file {path} already.</source>
            <translation>Ya existe un archivo {path}.</translation>
        </message>
        <message>
            <source>There is a result already: {there}.</source>
            <translation>Ya existe un resultado: {there}.</translation>
        </message>
        <message>
            <source>There is a {noun}, but no {noun2}.</source>
            <translation>Hay {noun}, pero no {noun2}.</translation>
        </message>
        <message>
            <source>There is an optical image before, but none of the date to map.</source>
            <translation>Hay una imagen óptica anterior, pero ninguna de la fecha a cartografiar.</translation>
        </message>
        <message>
            <source>There is an optical image, and a radar image of one date.</source>
            <translation>Hay una imagen óptica, y una imagen de radar de una sola fecha.</translation>
        </message>
        <message>
            <source>There is no file {path}.</source>
            <translation>No existe el archivo {path}.</translation>
        </message>
        <message>
            <source>There is no folder or list {place}.</source>
            <translation>No existe la carpeta o lista {place}.</translation>
        </message>
        <message>
            <source>There is no model '{model}'.</source>
            <translation>No existe el modelo '{model}'.</translation>
        </message>
        <message>
            <source>There is no model card at {path}.</source>
            <translation>No hay ficha de modelo en {path}.</translation>
        </message>
        <message>
            <source>There is no run record {path}, or it cannot be read.</source>
            <translation>No hay registro de la ejecución {path}, o no se puede leer.</translation>
        </message>
        <message>
            <source>There is no {name} '{value}'.</source>
            <translation>No existe {name} '{value}'.</translation>
        </message>
        <message>
            <source>There is nothing to count in it.</source>
            <translation>No hay nada que contar en ella.</translation>
        </message>
        <message>
            <source>They can only be compared in one unit.</source>
            <translation>Solo se pueden comparar en una unidad.</translation>
        </message>
        <message>
            <source>They must share a polarisation.</source>
            <translation>Deben compartir una polarización.</translation>
        </message>
        <message>
            <source>They should lie in rows and columns.</source>
            <translation>Deberían estar en filas y columnas.</translation>
        </message>
        <message>
            <source>This Tidemark knows {join}.</source>
            <translation>Este Tidemark conoce {join}.</translation>
        </message>
        <message>
            <source>This is a simulated scene.</source>
            <translation>Es una escena simulada.</translation>
        </message>
        <message>
            <source>This task needs calibrated values: decibels, power or amplitude.</source>
            <translation>Esta tarea necesita valores calibrados: decibelios, potencia o amplitud.</translation>
        </message>
        <message>
            <source>Those of a GeoPackage have north at the top.</source>
            <translation>Los de un GeoPackage tienen el norte arriba.</translation>
        </message>
        <message>
            <source>Tidemark maps one image of backscatter.</source>
            <translation>Tidemark cartografía una imagen de retrodispersión.</translation>
        </message>
        <message>
            <source>Tidemark maps radar backscatter by polarisation.</source>
            <translation>Tidemark cartografía la retrodispersión de radar por polarización.</translation>
        </message>
        <message>
            <source>Tidemark needs a calibrated, terrain-corrected image, or areas and positions would be wrong.</source>
            <translation>Tidemark necesita una imagen calibrada y con corrección del terreno; si no, las áreas y posiciones serían erróneas.</translation>
        </message>
        <message>
            <source>Tidemark needs calibrated backscatter.</source>
            <translation>Tidemark necesita retrodispersión calibrada.</translation>
        </message>
        <message>
            <source>Tidemark needs calibrated, terrain-corrected backscatter (sigma nought or gamma nought).</source>
            <translation>Tidemark necesita retrodispersión calibrada y con corrección del terreno (sigma cero o gamma cero).</translation>
        </message>
        <message>
            <source>Tidemark needs calibrated, terrain-corrected backscatter.</source>
            <translation>Tidemark necesita retrodispersión calibrada y con corrección del terreno.</translation>
        </message>
        <message>
            <source>Tidemark needs the fields that its own cards have.</source>
            <translation>Tidemark necesita los campos que tienen sus propias fichas.</translation>
        </message>
        <message>
            <source>Tidemark needs to know which one is VV and which one is VH.</source>
            <translation>Tidemark necesita saber cuál es VV y cuál es VH.</translation>
        </message>
        <message>
            <source>Tidemark opens one, not those within it.</source>
            <translation>Tidemark abre uno, no los que contiene.</translation>
        </message>
        <message>
            <source>Tidemark prepares ground range detected products (GRD).</source>
            <translation>Tidemark prepara productos GRD (ground range detected).</translation>
        </message>
        <message>
            <source>Tidemark prepares radar products of Sentinel-1 (GRD).</source>
            <translation>Tidemark prepara productos de radar de Sentinel-1 (GRD).</translation>
        </message>
        <message>
            <source>Tidemark reads GeoPackage, GeoJSON, Shapefile and the other formats that GDAL reads.</source>
            <translation>Tidemark lee GeoPackage, GeoJSON, Shapefile y los demás formatos que lee GDAL.</translation>
        </message>
        <message>
            <source>Tidemark reads GeoTIFF and the other formats that GDAL reads.</source>
            <translation>Tidemark lee GeoTIFF y los demás formatos que lee GDAL.</translation>
        </message>
        <message>
            <source>Tidemark reads an image's own file, and products from their zip.</source>
            <translation>Tidemark lee el archivo propio de la imagen, y los productos desde su zip.</translation>
        </message>
        <message>
            <source>Tidemark reads an image's own file.</source>
            <translation>Tidemark lee el propio archivo de una imagen.</translation>
        </message>
        <message>
            <source>Tidemark reads files of this machine only, and sends nothing anywhere.</source>
            <translation>Tidemark solo lee archivos de este equipo y no envía nada a ninguna parte.</translation>
        </message>
        <message>
            <source>Tidemark reads raster files.</source>
            <translation>Tidemark lee archivos ráster.</translation>
        </message>
        <message>
            <source>Tidemark reads the .img files of calibrated, terrain-corrected bands.</source>
            <translation>Tidemark lee los archivos .img de bandas calibradas y con corrección del terreno.</translation>
        </message>
        <message>
            <source>Tidemark reads the annotation of Sentinel-1 GRD products as ESA writes it.</source>
            <translation>Tidemark lee la anotación de los productos Sentinel-1 GRD tal como la escribe la ESA.</translation>
        </message>
        <message>
            <source>Try fewer threads, or install Tidemark again.</source>
            <translation>Pruebe con menos hilos, o instale Tidemark de nuevo.</translation>
        </message>
        <message>
            <source>Turn them into metres first (gdal_calc.py -A dem.tif --calc='A*0.3048' --outfile dem_m.tif; in QGIS: Raster &gt; Raster Calculator), and give that DEM.</source>
            <translation>Páselas antes a metros (Ráster, Calculadora ráster), e indique ese MDE.</translation>
        </message>
        <message>
            <source>Turn them into metres first.</source>
            <translation>Páselas antes a metros.</translation>
        </message>
        <message>
            <source>Two bands are both named {name}.</source>
            <translation>Dos bandas se llaman {name}.</translation>
        </message>
        <message>
            <source>Unexpected error, a fault of Tidemark; nothing was written: {name}: {rstrip}{place}.</source>
            <translation>Error inesperado, un fallo de Tidemark; no se ha escrito nada: {name}: {rstrip}{place}.</translation>
        </message>
        <message>
            <source>Unpack it first.</source>
            <translation>Descomprímalo primero.</translation>
        </message>
        <message>
            <source>Unpack it, and give the folder of the one that you mean.</source>
            <translation>Descomprímalo e indique la carpeta del que quiere.</translation>
        </message>
        <message>
            <source>Unpack it, or give the image as /vsizip/{path}/{images}.</source>
            <translation>Descomprímalo, o indique la imagen como /vsizip/{path}/{images}.</translation>
        </message>
        <message>
            <source>Update Tidemark, or take the record that was written with the map.</source>
            <translation>Actualice Tidemark, o tome el registro que se escribió con el mapa.</translation>
        </message>
        <message>
            <source>Use a network from somebody you trust, exported with its weights inside.</source>
            <translation>Use una red de alguien de confianza, exportada con sus pesos dentro.</translation>
        </message>
        <message>
            <source>Use an image with finer pixels.</source>
            <translation>Use una imagen de píxel más fino.</translation>
        </message>
        <message>
            <source>Use another model.</source>
            <translation>Use otro modelo.</translation>
        </message>
        <message>
            <source>Use the image before it was made for display, or another download of it (sigma nought or gamma nought).</source>
            <translation>Use la imagen de antes de prepararla para mostrar, u otra descarga (sigma cero o gamma cero).</translation>
        </message>
        <message>
            <source>Use the method 'student', or leave it out.</source>
            <translation>Use el método 'student', o déjelo fuera.</translation>
        </message>
        <message>
            <source>Use the method 'student', or leave the optical images out.</source>
            <translation>Use el método 'student', o deje fuera las imágenes ópticas.</translation>
        </message>
        <message>
            <source>Use the method 'student', or leave them out.</source>
            <translation>Use el método 'student', o déjelos fuera.</translation>
        </message>
        <message>
            <source>Use the network that the card was written for.</source>
            <translation>Use la red para la que se escribió la ficha.</translation>
        </message>
        <message>
            <source>Use two images of the same kind.</source>
            <translation>Use dos imágenes del mismo tipo.</translation>
        </message>
        <message>
            <source>What it says of other scenes is kept.</source>
            <translation>Lo que dice de otras escenas se conserva.</translation>
        </message>
        <message>
            <source>Without it, digital numbers cannot become backscatter.</source>
            <translation>Sin ella, los números digitales no pueden convertirse en retrodispersión.</translation>
        </message>
        <message>
            <source>Without one both must have the same size.</source>
            <translation>Sin ella, ambas deben tener el mismo tamaño.</translation>
        </message>
        <message>
            <source>Without one for both they are compared pixel by pixel: both must have the same size, and none a georeference.</source>
            <translation>Si no la tienen ambas, se comparan píxel a píxel: ambas deben tener el mismo tamaño, y ninguna georreferencia.</translation>
        </message>
        <message>
            <source>Without one nobody knows where it lies.</source>
            <translation>Sin él nadie sabe dónde está.</translation>
        </message>
        <message>
            <source>Without one nobody knows where its features lie.</source>
            <translation>Sin él nadie sabe dónde están sus entidades.</translation>
        </message>
        <message>
            <source>Without one nobody knows where its people live.</source>
            <translation>Sin él nadie sabe dónde vive su gente.</translation>
        </message>
        <message>
            <source>Without one nobody knows where its polygons lie.</source>
            <translation>Sin él nadie sabe dónde están sus polígonos.</translation>
        </message>
        <message>
            <source>Without one nobody knows where they lie.</source>
            <translation>Sin él nadie sabe dónde están.</translation>
        </message>
        <message>
            <source>Without one there is no depth.</source>
            <translation>Sin uno no hay calado.</translation>
        </message>
        <message>
            <source>Write it to a file first.</source>
            <translation>Escríbalo primero en un archivo.</translation>
        </message>
        <message>
            <source>Write the image you need to a GeoTIFF first.</source>
            <translation>Escriba primero en un GeoTIFF la imagen que necesita.</translation>
        </message>
        <message>
            <source>Written to {path}</source>
            <translation>Escrito en {path}</translation>
        </message>
        <message>
            <source>Zones are polygons.</source>
            <translation>Las zonas son polígonos.</translation>
        </message>
        <message>
            <source>Zones have to overlap the image.</source>
            <translation>Las zonas tienen que solaparse con la imagen.</translation>
        </message>
        <message>
            <source>change</source>
            <translation>cambio</translation>
        </message>
        <message>
            <source>detected {area} in them.</source>
            <translation>detectado en ellas: {area}.</translation>
        </message>
        <message>
            <source>flood</source>
            <translation>inundación</translation>
        </message>
        <message>
            <source>nothing was mapped</source>
            <translation>no se cartografió nada</translation>
        </message>
        <message>
            <source>observed pixels</source>
            <translation>píxeles observados</translation>
        </message>
        <message>
            <source>pixels that were mapped</source>
            <translation>píxeles cartografiados</translation>
        </message>
        <message>
            <source>possible oil / dark features</source>
            <translation>posibles hidrocarburos / manchas oscuras</translation>
        </message>
        <message>
            <source>water</source>
            <translation>agua</translation>
        </message>
        <message>
            <source>{area} in smaller pieces left out.</source>
            <translation>{area} en piezas menores omitidas.</translation>
        </message>
        <message>
            <source>{capitalize} needs two images, and there is one.</source>
            <translation>{capitalize} necesita dos imágenes, y hay una.</translation>
        </message>
        <message>
            <source>{count_nonzero} of {len} features are no polygons; they get 0 ha.</source>
            <translation>{count_nonzero} de {len} entidades no son polígonos; reciben 0 ha.</translation>
        </message>
        <message>
            <source>{count_nonzero} of {len} zones are no polygons and count nothing.</source>
            <translation>{count_nonzero} de {len} zonas no son polígonos y no cuentan nada.</translation>
        </message>
        <message>
            <source>{count_nonzero} polygons cross themselves; they were repaired.</source>
            <translation>{count_nonzero} polígonos se cruzaban a sí mismos; se repararon.</translation>
        </message>
        <message>
            <source>{count_nonzero} zones cross themselves; they were repaired.</source>
            <translation>{count_nonzero} zonas se cruzaban a sí mismas; se repararon.</translation>
        </message>
        <message>
            <source>{count} feature (confidence high {high})</source>
            <translation>{count} mancha (confianza: alta {high})</translation>
        </message>
        <message>
            <source>{count} feature (confidence low {low})</source>
            <translation>{count} mancha (confianza: baja {low})</translation>
        </message>
        <message>
            <source>{count} feature (confidence medium {medium})</source>
            <translation>{count} mancha (confianza: media {medium})</translation>
        </message>
        <message>
            <source>{count} features</source>
            <translation>{count} manchas</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high})</source>
            <translation>{count} manchas (confianza: alta {high})</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high}, low {low})</source>
            <translation>{count} manchas (confianza: alta {high}, baja {low})</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high}, medium {medium})</source>
            <translation>{count} manchas (confianza: alta {high}, media {medium})</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high}, medium {medium}, low {low})</source>
            <translation>{count} manchas (confianza: alta {high}, media {medium}, baja {low})</translation>
        </message>
        <message>
            <source>{count} features (confidence low {low})</source>
            <translation>{count} manchas (confianza: baja {low})</translation>
        </message>
        <message>
            <source>{count} features (confidence medium {medium})</source>
            <translation>{count} manchas (confianza: media {medium})</translation>
        </message>
        <message>
            <source>{count} features (confidence medium {medium}, low {low})</source>
            <translation>{count} manchas (confianza: media {medium}, baja {low})</translation>
        </message>
        <message>
            <source>{count} polygon, {area}</source>
            <translation>{count} polígono, {area}</translation>
        </message>
        <message>
            <source>{count} polygons, {area}</source>
            <translation>{count} polígonos, {area}</translation>
        </message>
        <message>
            <source>{count} zones</source>
            <translation>{count} zonas</translation>
        </message>
        <message>
            <source>{document} declares a document type.</source>
            <translation>{document} declara un tipo de documento.</translation>
        </message>
        <message>
            <source>{document} describes an image of {samples} x {lines} pixels of {pixel_spacing} m.</source>
            <translation>{document} describe una imagen de {samples} x {lines} píxeles de {pixel_spacing} m.</translation>
        </message>
        <message>
            <source>{document} has calibration values that are not positive.</source>
            <translation>{document} tiene valores de calibración que no son positivos.</translation>
        </message>
        <message>
            <source>{document} is damaged ({errorstring}, line {lineno}).</source>
            <translation>{document} está dañado ({errorstring}, línea {lineno}).</translation>
        </message>
        <message>
            <source>{document} lacks {rsplit} (below {tag}).</source>
            <translation>A {document} le falta {rsplit} (bajo {tag}).</translation>
        </message>
        <message>
            <source>{document}: betaNought has {size} values beside {size2} of dn, or dn is zero.</source>
            <translation>{document}: betaNought tiene {size} valores junto a {size2} de dn, o dn es cero.</translation>
        </message>
        <message>
            <source>{document}: noiseAzimuthLut has {size} values for {size2} lines.</source>
            <translation>{document}: noiseAzimuthLut tiene {size} valores para {size2} líneas.</translation>
        </message>
        <message>
            <source>{document}: the polynomials of the ground range differ in length.</source>
            <translation>{document}: los polinomios del alcance en tierra tienen longitudes distintas.</translation>
        </message>
        <message>
            <source>{document}: the {len} points of the geolocation grid make no whole rows.</source>
            <translation>{document}: los {len} puntos de la cuadrícula de geolocalización no forman filas enteras.</translation>
        </message>
        <message>
            <source>{document}: {name} has {size} values for {size2} pixels.</source>
            <translation>{document}: {name} tiene {size} valores para {size2} píxeles.</translation>
        </message>
        <message>
            <source>{document}: {path} is no number.</source>
            <translation>{document}: {path} no es un número.</translation>
        </message>
        <message>
            <source>{document}: {path} is no time: '{word}'.</source>
            <translation>{document}: {path} no es una hora: '{word}'.</translation>
        </message>
        <message>
            <source>{file} is a map that Tidemark made: {title}.</source>
            <translation>{file} es un mapa que hizo Tidemark: {title}.</translation>
        </message>
        <message>
            <source>{file} is a radar image: its first band is {polarisation}.</source>
            <translation>{file} es una imagen de radar: su primera banda es {polarisation}.</translation>
        </message>
        <message>
            <source>{folder} holds a map that was made with other options, or of files that have changed since.</source>
            <translation>{folder} contiene un mapa hecho con otras opciones, o con archivos que han cambiado desde entonces.</translation>
        </message>
        <message>
            <source>{found} Image, time and model stay empty.</source>
            <translation>{found} Imagen, hora y modelo quedan vacíos.</translation>
        </message>
        <message>
            <source>{infinite} of the sampled pixels hold minus infinity, the decibels of zero power, and were not observed.</source>
            <translation>El {infinite} de los píxeles de la muestra tiene menos infinito, los decibelios de potencia cero, y no se observó.</translation>
        </message>
        <message>
            <source>{join} are needed, each with a band number of its own between 1 and {len}.</source>
            <translation>Se necesitan {join}, cada una con su propio número de banda entre 1 y {len}.</translation>
        </message>
        <message>
            <source>{len} titles are given for {len2} layers.</source>
            <translation>Se indicaron {len} títulos para {len2} capas.</translation>
        </message>
        <message>
            <source>{made}without the network.</source>
            <translation>{made}sin la red.</translation>
        </message>
        <message>
            <source>{method} found no two classes in the change: the fixed threshold of {fixed_db} dB was used.</source>
            <translation>{method} no halló dos clases en el cambio: se usó el umbral fijo de {fixed_db} dB.</translation>
        </message>
        <message>
            <source>{name} and {name2} are not slices of one pass with the same polarisations.</source>
            <translation>{name} y {name2} no son partes de una pasada con las mismas polarizaciones.</translation>
        </message>
        <message>
            <source>{name} cannot be brought onto the image's grid: {error}.</source>
            <translation>{name} no se puede llevar a la cuadrícula de la imagen: {error}.</translation>
        </message>
        <message>
            <source>{name} cannot be brought onto the map: {error}.</source>
            <translation>{name} no se puede llevar al mapa: {error}.</translation>
        </message>
        <message>
            <source>{name} cannot be laid over the image: one of the two has no georeference.</source>
            <translation>{name} no se puede superponer a la imagen: una de las dos no está georreferenciada.</translation>
        </message>
        <message>
            <source>{name} cannot be read as a vector file.</source>
            <translation>{name} no se puede leer como archivo vectorial.</translation>
        </message>
        <message>
            <source>{name} covers {known} of the map; elsewhere nothing was left out on its account.</source>
            <translation>{name} cubre {known} del mapa; en el resto no se excluyó nada por él.</translation>
        </message>
        <message>
            <source>{name} does not lie beside {name2}.</source>
            <translation>{name} no está junto a {name2}.</translation>
        </message>
        <message>
            <source>{name} does not lie beside {name2}: possible water is not told from dry ground here.</source>
            <translation>{name} no está junto a {name2}: aquí el agua posible no se distingue del suelo seco.</translation>
        </message>
        <message>
            <source>{name} does not lie on the grid of {name2}.</source>
            <translation>{name} no está en la cuadrícula de {name2}.</translation>
        </message>
        <message>
            <source>{name} does not meet the image: no zone lies on it.</source>
            <translation>{name} no toca la imagen: ninguna zona está en ella.</translation>
        </message>
        <message>
            <source>{name} found no two classes in {band}: the scene may hold no open water. The fixed threshold {value} dB was used.</source>
            <translation>{name} no halló dos clases en {band}: la escena puede no tener agua abierta. Se usó el umbral fijo de {value} dB.</translation>
        </message>
        <message>
            <source>{name} has a georeference in which its pixels have no size.</source>
            <translation>{name} tiene una georreferencia en la que sus píxeles no tienen tamaño.</translation>
        </message>
        <message>
            <source>{name} has decrease and increase, but no record says that it shows change.</source>
            <translation>{name} tiene disminución y aumento, pero ningún registro dice que muestre cambio.</translation>
        </message>
        <message>
            <source>{name} has no annotation{is_zip}.</source>
            <translation>{name} no tiene anotación{is_zip}.</translation>
        </message>
        <message>
            <source>{name} has no calibration file of {name2}.</source>
            <translation>{name} no tiene archivo de calibración de {name2}.</translation>
        </message>
        <message>
            <source>{name} has no coordinate reference system.</source>
            <translation>{name} no tiene sistema de referencia de coordenadas.</translation>
        </message>
        <message>
            <source>{name} has no field '{field}'.</source>
            <translation>{name} no tiene el campo '{field}'.</translation>
        </message>
        <message>
            <source>{name} has no georeference.</source>
            <translation>{name} no está georreferenciado.</translation>
        </message>
        <message>
            <source>{name} has no layer '{wanted}'.</source>
            <translation>{name} no tiene la capa '{wanted}'.</translation>
        </message>
        <message>
            <source>{name} has no layer of features.</source>
            <translation>{name} no tiene ninguna capa de entidades.</translation>
        </message>
        <message>
            <source>{name} has no layer of polygons.</source>
            <translation>{name} no tiene ninguna capa de polígonos.</translation>
        </message>
        <message>
            <source>{name} has no measurement of {name2}: it is left out.</source>
            <translation>{name} no tiene medición de {name2}: se deja fuera.</translation>
        </message>
        <message>
            <source>{name} has no measurement: {measurements}.</source>
            <translation>{name} no tiene medición: {measurements}.</translation>
        </message>
        <message>
            <source>{name} has no noise file of {join}: thermal noise is not removed there.</source>
            <translation>{name} no tiene archivo de ruido de {join}: allí no se quita el ruido térmico.</translation>
        </message>
        <message>
            <source>{name} has several layers of polygons: {join}.</source>
            <translation>{name} tiene varias capas de polígonos: {join}.</translation>
        </message>
        <message>
            <source>{name} has several layers: {join}.</source>
            <translation>{name} tiene varias capas: {join}.</translation>
        </message>
        <message>
            <source>{name} has {join}, but not {join2}.</source>
            <translation>{name} tiene {join}, pero no {join2}.</translation>
        </message>
        <message>
            <source>{name} has {width} x {height} pixels and {name2} {width2} x {height2}; their grids differ.</source>
            <translation>{name} tiene {width} x {height} píxeles y {name2} {width2} x {height2}; sus cuadrículas difieren.</translation>
        </message>
        <message>
            <source>{name} holds complex numbers (a single-look complex product).</source>
            <translation>{name} contiene números complejos (un producto single-look complex).</translation>
        </message>
        <message>
            <source>{name} holds no polygons.</source>
            <translation>{name} no contiene polígonos.</translation>
        </message>
        <message>
            <source>{name} holds no values from 0 to 100.</source>
            <translation>{name} no contiene valores de 0 a 100.</translation>
        </message>
        <message>
            <source>{name} holds the value {inside}.</source>
            <translation>{name} contiene el valor {inside}.</translation>
        </message>
        <message>
            <source>{name} holds {len} products.</source>
            <translation>{name} contiene {len} productos.</translation>
        </message>
        <message>
            <source>{name} is a Sentinel-1 product as it is delivered (SAFE), in radar geometry.</source>
            <translation>{name} es un producto Sentinel-1 tal como se entrega (SAFE), en geometría de radar.</translation>
        </message>
        <message>
            <source>{name} is a Sentinel-2 product: optical.</source>
            <translation>{name} es un producto Sentinel-2: óptico.</translation>
        </message>
        <message>
            <source>{name} is a folder.</source>
            <translation>{name} es una carpeta.</translation>
        </message>
        <message>
            <source>{name} is a header of SNAP (BEAM-DIMAP); the pixels lie in the folder {name2}: {bands}.</source>
            <translation>{name} es una cabecera de SNAP (BEAM-DIMAP); los píxeles están en la carpeta {name2}: {bands}.</translation>
        </message>
        <message>
            <source>{name} is a map of '{title}', which is no water.</source>
            <translation>{name} es un mapa de '{title}', que no es agua.</translation>
        </message>
        <message>
            <source>{name} is a page of the web, no image.</source>
            <translation>{name} es una página web, no una imagen.</translation>
        </message>
        <message>
            <source>{name} is a pipe or a device, no file.</source>
            <translation>{name} es una tubería o un dispositivo, no un archivo.</translation>
        </message>
        <message>
            <source>{name} is a zip archive of a Sentinel-1 product as it is delivered (SAFE), in radar geometry.</source>
            <translation>{name} es un zip de un producto Sentinel-1 tal como se entrega (SAFE), en geometría de radar.</translation>
        </message>
        <message>
            <source>{name} is a zip archive of archives: {listed}.</source>
            <translation>{name} es un archivo zip que contiene otros: {listed}.</translation>
        </message>
        <message>
            <source>{name} is an archive.</source>
            <translation>{name} es un archivo comprimido.</translation>
        </message>
        <message>
            <source>{name} is damaged: rows {first} to {first2} cannot be read.</source>
            <translation>{name} está dañado: las filas {first} a {first2} no se pueden leer.</translation>
        </message>
        <message>
            <source>{name} is damaged: rows {row_off} to {row_off2} cannot be read.</source>
            <translation>{name} está dañado: las filas {row_off} a {row_off2} no se pueden leer.</translation>
        </message>
        <message>
            <source>{name} is in radar geometry: it has ground control points, but no map grid.</source>
            <translation>{name} está en geometría de radar: tiene puntos de control, pero no cuadrícula cartográfica.</translation>
        </message>
        <message>
            <source>{name} is no class raster: {reason}.</source>
            <translation>{name} no es un ráster de clases: {reason}.</translation>
        </message>
        <message>
            <source>{name} is no probability raster, but '{held}' of a map.</source>
            <translation>{name} no es un ráster de probabilidad, sino '{held}' de un mapa.</translation>
        </message>
        <message>
            <source>{name} is no probability raster: it has {count} band(s) of type {dtypes}.</source>
            <translation>{name} no es un ráster de probabilidad: tiene {count} banda(s) de tipo {dtypes}.</translation>
        </message>
        <message>
            <source>{name} is no probability raster: it holds values between 101 and 254.</source>
            <translation>{name} no es un ráster de probabilidad: contiene valores entre 101 y 254.</translation>
        </message>
        <message>
            <source>{name} is no whole zip file ({error}).</source>
            <translation>{name} no es un archivo zip completo ({error}).</translation>
        </message>
        <message>
            <source>{name} is of type {dtypes}, not the change in dB that the run wrote (int16).</source>
            <translation>{name} es de tipo {dtypes}, no el cambio en dB que escribió la ejecución (int16).</translation>
        </message>
        <message>
            <source>{name} knows of {known} of the map; elsewhere {elsewhere}.</source>
            <translation>{name} conoce {known} del mapa; en el resto {elsewhere}.</translation>
        </message>
        <message>
            <source>{name} leaves out {share} of the map, which says nothing there: is it the right file?</source>
            <translation>{name} excluye {share} del mapa, que no dice nada allí: ¿es el archivo correcto?</translation>
        </message>
        <message>
            <source>{name} looks like a map of classes (land cover: {listed}), not of how often there is water.</source>
            <translation>{name} parece un mapa de clases (cobertura del suelo: {listed}), no de cuán a menudo hay agua.</translation>
        </message>
        <message>
            <source>{name} may not be read: its permissions forbid it.</source>
            <translation>{name} no se puede leer: sus permisos lo prohíben.</translation>
        </message>
        <message>
            <source>{name} put the threshold of {band} at {threshold} dB, outside {low} to {high} dB. {value} dB was used.</source>
            <translation>{name} puso el umbral de {band} en {threshold} dB, fuera de {low} a {high} dB. Se usó {value} dB.</translation>
        </message>
        <message>
            <source>{name} refers to the file {path}, which is not there.</source>
            <translation>{name} remite al archivo {path}, que no está.</translation>
        </message>
        <message>
            <source>{name} refers to the file {path}, which may not be read.</source>
            <translation>{name} remite al archivo {path}, que no se puede leer.</translation>
        </message>
        <message>
            <source>{name} refers to {strip}, which lies on the network.</source>
            <translation>{name} remite a {strip}, que está en la red.</translation>
        </message>
        <message>
            <source>{name} was not used: the images are in their place already.</source>
            <translation>{name} no se usó: las imágenes ya están en su lugar.</translation>
        </message>
        <message>
            <source>{name} was prepared as {path}.</source>
            <translation>{name} se preparó como {path}.</translation>
        </message>
        <message>
            <source>{name}: nobody lives where the image lies. Check that its pixels hold numbers of people.</source>
            <translation>{name}: nadie vive donde está la imagen. Compruebe que sus píxeles contengan números de personas.</translation>
        </message>
        <message>
            <source>{name}: the measurement is damaged: lines {first} to {last} cannot be read.</source>
            <translation>{name}: la medición está dañada: las líneas {first} a {last} no se pueden leer.</translation>
        </message>
        <message>
            <source>{name}: the measurement of {name2} cannot be read as an image.</source>
            <translation>{name}: la medición de {name2} no se puede leer como imagen.</translation>
        </message>
        <message>
            <source>{name}: the measurement of {name2} has {width} x {height} pixels of {dtypes}.</source>
            <translation>{name}: la medición de {name2} tiene {width} x {height} píxeles de {dtypes}.</translation>
        </message>
        <message>
            <source>{name}: the orbit in its annotation does not lead to its geolocation grid.</source>
            <translation>{name}: la órbita de su anotación no lleva a su malla de geolocalización.</translation>
        </message>
        <message>
            <source>{name}: {name2} cannot be read ({name3}).</source>
            <translation>{name}: {name2} no se puede leer ({name3}).</translation>
        </message>
        <message>
            <source>{output} would be written twice.</source>
            <translation>{output} se escribiría dos veces.</translation>
        </message>
        <message>
            <source>{path} cannot be read as a list of scenes.</source>
            <translation>{path} no se puede leer como lista de escenas.</translation>
        </message>
        <message>
            <source>{path} is no Sentinel-1 product.</source>
            <translation>{path} no es un producto Sentinel-1.</translation>
        </message>
        <message>
            <source>{path} is no record of an estimate, or cannot be read.</source>
            <translation>{path} no es el registro de una estimación, o no se puede leer.</translation>
        </message>
        <message>
            <source>{path} lies on the network.</source>
            <translation>{path} está en la red.</translation>
        </message>
        <message>
            <source>{place} holds no scene.</source>
            <translation>{place} no contiene ninguna escena.</translation>
        </message>
        <message>
            <source>{say_bands} Or leave the optical images out.</source>
            <translation>{say_bands} O deje fuera las imágenes ópticas.</translation>
        </message>
        <message>
            <source>{share} decrease of backscatter</source>
            <translation>{share} de disminución de retrodispersión</translation>
        </message>
        <message>
            <source>{share} increase of backscatter</source>
            <translation>{share} de aumento de retrodispersión</translation>
        </message>
        <message>
            <source>{share} not mapped (left out, {masked} of what was observed)</source>
            <translation>{share} sin cartografiar (excluido, {masked} de lo observado)</translation>
        </message>
        <message>
            <source>{share} not observed</source>
            <translation>{share} no observado</translation>
        </message>
        <message>
            <source>{share} not observed (hectares unknown: no georeference)</source>
            <translation>{share} no observado (hectáreas desconocidas: sin georreferencia)</translation>
        </message>
        <message>
            <source>{share} of the pixels</source>
            <translation>{share} de los píxeles</translation>
        </message>
        <message>
            <source>{share} of the sampled pixels hold exactly {values}, and were taken for observed.</source>
            <translation>El {share} de los píxeles de la muestra tiene exactamente {values}, y se tomó por observado.</translation>
        </message>
        <message>
            <source>{share} of {area} mapped</source>
            <translation>{share} de {area} cartografiadas</translation>
        </message>
        <message>
            <source>{share} of {area} observed</source>
            <translation>{share} de {area} observadas</translation>
        </message>
        <message>
            <source>{share} possible water among plants or buildings</source>
            <translation>{share} de posible agua entre vegetación o edificios</translation>
        </message>
        <message>
            <source>{share} reference water</source>
            <translation>{share} de agua de referencia</translation>
        </message>
        <message>
            <source>{share}: wind, ice, plants or a low level; other water may be missed for the same reason.</source>
            <translation>{share}: viento, hielo, plantas o nivel bajo; otra agua puede escaparse por lo mismo.</translation>
        </message>
        <message>
            <source>{text} It is taken for a map of {detects}.</source>
            <translation>{text} Se toma por un mapa de {detects}.</translation>
        </message>
        <message>
            <source>{title}: no feature lies on the image. Check its coordinate reference system.</source>
            <translation>{title}: ninguna entidad está en la imagen. Compruebe su sistema de referencia de coordenadas.</translation>
        </message>
        <message>
            <source>{title}: {count} features cannot be told in the map's coordinate reference system and are left out.</source>
            <translation>{title}: {count} entidades no se pueden expresar en el sistema de referencia de coordenadas del mapa y se dejan fuera.</translation>
        </message>
        <message>
            <source>{title}: {count} polygons cross themselves; they were repaired.</source>
            <translation>{title}: {count} polígonos se cruzaban a sí mismos; se repararon.</translation>
        </message>
        <message>
            <source>{undecided} of the observed pixels lie between 20 and 80 per cent: the map is undecided.</source>
            <translation>{undecided} de los píxeles observados están entre 20 y 80 por ciento: el mapa está indeciso.</translation>
        </message>
        <message>
            <source>{unsaid} Display values (8 bit) do not tell whether the sea is calm or rough.</source>
            <translation>{unsaid} Los valores de imagen (8 bits) no dicen si el mar está en calma o agitado.</translation>
        </message>
        <message>
            <source>{upper}{image} has {count} {called}: no {join} was found.</source>
            <translation>{upper}{image} tiene {count} {called}: no se encontró {join}.</translation>
        </message>
        <message>
            <source>{words}: it does not meet the image.</source>
            <translation>{words}: no toca la imagen.</translation>
        </message>
        <message>
            <source>{words}: it is empty.</source>
            <translation>{words}: está vacía.</translation>
        </message>
        <message>
            <source>{zeros} of the sampled pixels are exactly zero in all bands, away from the edge, and were taken for calm water.</source>
            <translation>El {zeros} de los píxeles de la muestra es exactamente cero en todas las bandas, lejos del borde, y se tomó por agua en calma.</translation>
        </message>
    </context>
    <context>
        <name>InstallPanel</name>
        <message>
            <source>1. Copy download command</source>
            <translation>1. Copiar la orden de descarga</translation>
        </message>
        <message>
            <source>2. From a folder…</source>
            <translation>2. Desde una carpeta…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Back to the form</source>
            <translation>Volver al formulario</translation>
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
            <source>Copy install command</source>
            <translation>Copiar la orden de instalación</translation>
        </message>
        <message>
            <source>Download the packages and install them in the QGIS profile; nothing else of this computer changes</source>
            <translation>Descarga los paquetes y los instala en el perfil de QGIS; nada más cambia en este equipo</translation>
        </message>
        <message>
            <source>For which processor or graphics card</source>
            <translation>Para qué procesador o tarjeta gráfica</translation>
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
            <source>Install from the folder with the package files, without any internet</source>
            <translation>Instala desde la carpeta con los paquetes, sin nada de internet</translation>
        </message>
        <message>
            <source>Look whether the installed engine works</source>
            <translation>Mira si el motor instalado funciona</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>The command that fills a folder with the packages on a computer with internet, whatever its system</source>
            <translation>La orden que llena una carpeta con los paquetes en un ordenador con internet, sea cual sea su sistema</translation>
        </message>
        <message>
            <source>The command that installs the same from a terminal, for those who prefer that</source>
            <translation>La orden que instala lo mismo desde un terminal, para quien lo prefiera</translation>
        </message>
        <message>
            <source>This computer has no internet? Fill a folder with the packages on another one, and bring it here; it is checked before anything is installed.</source>
            <translation>¿Este equipo no tiene internet? Llene una carpeta con los paquetes en otro y tráigala aquí; se comprueba antes de instalar nada.</translation>
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
            <source>'{name}' is a map that Tidemark made, and keeps its colours.</source>
            <translation>'{name}' es un mapa que hizo Tidemark y conserva sus colores.</translation>
        </message>
        <message>
            <source>'{name}' is a map that Tidemark made, and the project does not have its image.</source>
            <translation>'{name}' es un mapa que hizo Tidemark, y el proyecto no tiene su imagen.</translation>
        </message>
        <message>
            <source>'{name}' is no file with values that could be shown in grey.</source>
            <translation>'{name}' no es un archivo con valores que puedan mostrarse en gris.</translation>
        </message>
        <message>
            <source>'{name}' is there already and belongs to another run: choose another name for OUTPUT.</source>
            <translation>'{name}' ya existe y pertenece a otra ejecución: elija otro nombre para OUTPUT.</translation>
        </message>
        <message>
            <source>'{name}' is there already. Replace it?</source>
            <translation>'{name}' ya existe. ¿Reemplazarlo?</translation>
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
            <source>0 m (estimate)</source>
            <translation>0 m (estimación)</translation>
        </message>
        <message>
            <source>0 not detected, 1 detected, 2 reference water, 3 decrease, 4 increase, 5 possible water among plants or buildings, 250 to 254 left out, 255 not observed</source>
            <translation>0 no detectado, 1 detectado, 2 agua de referencia, 3 disminución, 4 aumento, 5 posible agua entre vegetación o edificios, 250 a 254 excluido, 255 no observado</translation>
        </message>
        <message>
            <source>0 not detected, 1 detected, 2 reference water, 5 possible water among plants or buildings, 250 to 252 left out, 255 not observed</source>
            <translation>0 no detectado, 1 detectado, 2 agua de referencia, 5 posible agua entre vegetación o edificios, 250 a 252 excluido, 255 no observado</translation>
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
            <source>5 m or more</source>
            <translation>5 m o más</translation>
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
            <source>A Sentinel-1 image with VV and VH, calibrated and terrain-corrected, or a product as it was downloaded; for change and oil one band will do.</source>
            <translation>Una imagen Sentinel-1 con VV y VH, calibrada y con corrección del terreno, o un producto tal como se descargó; para cambios e hidrocarburos basta una banda.</translation>
        </message>
        <message>
            <source>A Sentinel-1 image, calibrated and terrain-corrected, with the bands VV and VH.</source>
            <translation>Una imagen Sentinel-1, calibrada y con corrección del terreno, con las bandas VV y VH.</translation>
        </message>
        <message>
            <source>A copy of the probability in per cent, 255 where nothing was observed; the one beside the map is written in any case.</source>
            <translation>Una copia de la probabilidad en por ciento, 255 donde no se observó nada; la que está junto al mapa se escribe en todo caso.</translation>
        </message>
        <message>
            <source>A layer of polygons is needed.</source>
            <translation>Se necesita una capa de polígonos.</translation>
        </message>
        <message>
            <source>A layer of polygons, as it is now: with its edits and its filter</source>
            <translation>Una capa de polígonos, tal como está ahora: con sus ediciones y su filtro</translation>
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
            <source>A raster file of this machine, or a product as it was downloaded (its zip, its folder .SAFE, manifest.safe), which is prepared first, with DEM by height.</source>
            <translation>Un archivo ráster de este equipo, o un producto tal como se descargó (su zip, su carpeta .SAFE, manifest.safe), que se prepara antes, con DEM por alturas.</translation>
        </message>
        <message>
            <source>A raster with the number of people in each pixel, of any pixel size, such as GHS-POP or WorldPop.</source>
            <translation>Un ráster con el número de personas en cada píxel, de cualquier tamaño de píxel, como GHS-POP o WorldPop.</translation>
        </message>
        <message>
            <source>A run is under way.</source>
            <translation>Hay una ejecución en curso.</translation>
        </message>
        <message>
            <source>Add a model of your own…</source>
            <translation>Añadir un modelo propio…</translation>
        </message>
        <message>
            <source>Add it to this project</source>
            <translation>Añadirlo a este proyecto</translation>
        </message>
        <message>
            <source>Add the layers of this run to the project</source>
            <translation>Añade al proyecto las capas de esta ejecución</translation>
        </message>
        <message>
            <source>Add the map</source>
            <translation>Añadir el mapa</translation>
        </message>
        <message>
            <source>Adds the layers imageFootprint (what was observed) and notAnalysed (the rest, with the reason).</source>
            <translation>Añade las capas imageFootprint (lo observado) y notAnalysed (el resto, con el motivo).</translation>
        </message>
        <message>
            <source>Affected, depth…</source>
            <translation>Afectados, calado…</translation>
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
            <source>An image of the sea: VV where it has that band, else HH or its only band.</source>
            <translation>Una imagen del mar: VV si tiene esa banda; si no, HH o su única banda.</translation>
        </message>
        <message>
            <source>An installed model, or the path of a card. Empty: the task's own model.</source>
            <translation>Un modelo instalado o la ruta de una ficha. Vacío: el modelo propio de la tarea.</translation>
        </message>
        <message>
            <source>An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4; on any grid. Needs the radar image before as well, and a model with an optical input, which is then taken where MODEL is empty.</source>
            <translation>Una imagen óptica de la fecha a cartografiar, como Sentinel-2 con B11, B8 y B4; en cualquier cuadrícula. Necesita también la imagen de radar anterior, y un modelo con entrada óptica, que se toma si MODEL está vacío.</translation>
        </message>
        <message>
            <source>An optical image of the earlier date, with the same bands, if there is one; on any grid.</source>
            <translation>Una imagen óptica de la fecha anterior, con las mismas bandas, si la hay; en cualquier cuadrícula.</translation>
        </message>
        <message>
            <source>Another threshold</source>
            <translation>Otro umbral</translation>
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
            <translation>Retrodispersión menor (más oscuro)</translation>
        </message>
        <message>
            <source>Backscatter increase (brighter)</source>
            <translation>Retrodispersión mayor (más claro)</translation>
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
            <source>Buildings, roads, places, land use: points, lines or polygons, as they are now, with their edits.</source>
            <translation>Edificios, carreteras, lugares, usos del suelo: puntos, líneas o polígonos, tal como están ahora, con sus ediciones.</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
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
            <source>Choose a radar image.</source>
            <translation>Elija una imagen de radar.</translation>
        </message>
        <message>
            <source>Choose another place, or make room there.</source>
            <translation>Elija otro lugar o libere espacio allí.</translation>
        </message>
        <message>
            <source>Choose at least one.</source>
            <translation>Elija al menos una.</translation>
        </message>
        <message>
            <source>Choose one, add a raster layer (Layer, Add Layer, Add Raster Layer…), or drop a Sentinel-1 product here.</source>
            <translation>Elija una, añada una capa ráster (Capa, Añadir capa, Añadir capa ráster…), o suelte aquí un producto Sentinel-1.</translation>
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
            <source>Contact</source>
            <translation>Contacto</translation>
        </message>
        <message>
            <source>Contact on pages</source>
            <translation>Contacto en las páginas</translation>
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
            <source>Copied. Run it on any computer with internet and Python, bring the folder '{folder}' here, and take it with step 2:</source>
            <translation>Copiada. Ejecútela en cualquier ordenador con internet y Python, traiga aquí la carpeta '{folder}' y tómela con el paso 2:</translation>
        </message>
        <message>
            <source>Correct it, or leave it out to map the whole image.</source>
            <translation>Corríjala, o déjela vacía para cartografiar la imagen entera.</translation>
        </message>
        <message>
            <source>Countries</source>
            <translation>Países</translation>
        </message>
        <message>
            <source>Counts for each polygon of a layer (districts, parcels, river reaches) the hectares detected, possible water, reference water, masked, not observed, observed, and outside the image. "Not observed" is not "dry".

A pixel counts for the zone that holds its centre; zones may overlap. The output has the zones' own fields and the new ones.</source>
            <translation>Cuenta para cada polígono de una capa (municipios, parcelas, tramos de río) las hectáreas detectadas, de posible agua, de agua de referencia, enmascaradas, no observadas, observadas y fuera de la imagen. "No observado" no es "seco".

Un píxel cuenta para la zona que contiene su centro; las zonas pueden solaparse. El resultado tiene los campos de las zonas y los nuevos.</translation>
        </message>
        <message>
            <source>Counts what of your layers and of a population raster lies in the flood, in possible water, in reference water, where nothing was mapped, and where nothing was observed: features touched, kilometres of lines, hectares of areas, people. In total and for each zone. "Not observed" is not "dry": its share stands beside every number.

Every feature is laid over the pixels exactly, lengths and areas are the ellipsoid's, and people are shared out by area.

An estimate from the extent of the map, for a first look. Written to PREFIX_exposure.gpkg beside the map, it comes into the one-page PDF and into the package.</source>
            <translation>Cuenta qué parte de sus capas y de un ráster de población está en la inundación, en posible agua, en agua de referencia, donde no se cartografió nada y donde no se observó nada: entidades tocadas, kilómetros de líneas, hectáreas de superficies, personas. En total y por zona. "No observado" no es "seco": su parte figura junto a cada número.

Cada entidad se superpone a los píxeles con exactitud, longitudes y áreas son las del elipsoide, y las personas se reparten por área.

Una estimación a partir de la extensión del mapa, para una primera mirada. Se escribe en PREFIX_exposure.gpkg junto al mapa y entra en el PDF de una página y en el paquete.</translation>
        </message>
        <message>
            <source>Cubic metres of water</source>
            <translation>Metros cúbicos de agua</translation>
        </message>
        <message>
            <source>DEM</source>
            <translation>MDE</translation>
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
            <source>Degrees</source>
            <translation>Grados</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>Calado</translation>
        </message>
        <message>
            <source>Depth of the water</source>
            <translation>Calado del agua</translation>
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
            <translation>Buscar hidrocarburos</translation>
        </message>
        <message>
            <source>Detect water</source>
            <translation>Detectar agua</translation>
        </message>
        <message>
            <source>Detected</source>
            <translation>Detectado</translation>
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
            <source>Disclaimer</source>
            <translation>Descargo de responsabilidad</translation>
        </message>
        <message>
            <source>Disclaimer on pages</source>
            <translation>Descargo de responsabilidad en las páginas</translation>
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
            <source>Estimate who and what lies in the water, and how deep it is. The page and the package take both up.</source>
            <translation>Estima quién y qué está en el agua, y qué profundidad tiene. La página y el paquete recogen ambas cosas.</translation>
        </message>
        <message>
            <source>Estimates how deep a flood is: along its edge the ground's height is that of the water; a surface is laid over each connected body of water, and the ground taken away. Edges of clouds, of the swath and of what was not mapped tell nothing. Where the edge is too short or the DEM too coarse, no depth is given, and it is said for how many hectares.

After INFLOS (Caretto et al. 2025) and FwDET (Cohen et al. 2018, 2022).

An estimate from the extent of the map, for a first look. Written to PREFIX_depth.tif beside the map, it comes into the one-page PDF and into the package.</source>
            <translation>Estima el calado de una inundación: a lo largo de su borde la altura del terreno es la del agua; se tiende una superficie sobre cada masa de agua conexa y se le resta el terreno. Los bordes de nubes, de la franja y de lo no cartografiado no dicen nada. Donde el borde es demasiado corto o el MDE demasiado grueso no se da calado, y se dice en cuántas hectáreas.

Según INFLOS (Caretto et al. 2025) y FwDET (Cohen et al. 2018, 2022).

Una estimación a partir de la extensión del mapa, para una primera mirada. Se escribe en PREFIX_depth.tif junto al mapa y entra en el PDF de una página y en el paquete.</translation>
        </message>
        <message>
            <source>Estimates, for a first look</source>
            <translation>Estimaciones, para una primera mirada</translation>
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
            <source>Fill the form with the task, the images and all options of this run</source>
            <translation>Rellena el formulario con la tarea, las imágenes y todas las opciones de esta ejecución</translation>
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
            <translation>Inundación (agua no habitual)</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>Folder (.SAFE)…</source>
            <translation>Carpeta (.SAFE)…</translation>
        </message>
        <message>
            <source>Folder of a Sentinel-1 product</source>
            <translation>Carpeta de un producto Sentinel-1</translation>
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
            <source>FwDET</source>
            <translation>FwDET</translation>
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
            <source>Graphics card</source>
            <translation>Tarjeta gráfica</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>Cuadrícula</translation>
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
            <source>Hectares in {name}</source>
            <translation>Hectáreas en {name}</translation>
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
            <source>Hectares of possible water</source>
            <translation>Hectáreas de posible agua</translation>
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
            <source>Hectares with a depth</source>
            <translation>Hectáreas con calado</translation>
        </message>
        <message>
            <source>Hectares without a depth</source>
            <translation>Hectáreas sin calado</translation>
        </message>
        <message>
            <source>Heights (DEM)</source>
            <translation>Alturas (MDE)</translation>
        </message>
        <message>
            <source>Heights (DEM) for products</source>
            <translation>Alturas (MDE) para productos</translation>
        </message>
        <message>
            <source>Heights count from</source>
            <translation>Referencia de las alturas</translation>
        </message>
        <message>
            <source>Heights in metres for Sentinel-1 products: hills come to their place, layover and shadow are not mapped (class 251). For products as they were downloaded only; other images are in their place already.</source>
            <translation>Alturas en metros para productos Sentinel-1: el relieve queda en su lugar, y layover y sombra no se cartografían (clase 251). Solo para productos tal como se descargaron; las demás imágenes ya están en su lugar.</translation>
        </message>
        <message>
            <source>Heights of the ground (DEM)</source>
            <translation>Alturas del terreno (MDE)</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>History of runs</source>
            <translation>Historial de ejecuciones</translation>
        </message>
        <message>
            <source>How deep the water is…</source>
            <translation>Qué profundidad tiene el agua…</translation>
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
            <source>In metres, in any coordinate reference system; best without trees and houses, and no coarser than 30 m.</source>
            <translation>En metros, en cualquier sistema de referencia de coordenadas; mejor sin árboles ni casas, y no más grueso de 30 m.</translation>
        </message>
        <message>
            <source>In metres, on any grid: hills come to their place, and layover and shadow are found.</source>
            <translation>En metros, en cualquier cuadrícula: el relieve queda en su lugar, y se hallan layover y sombra.</translation>
        </message>
        <message>
            <source>In metres, with styles, a table (.csv) of bodies and zones, and a record beside it. A file of this name is replaced.</source>
            <translation>En metros, con estilos, una tabla (.csv) de masas de agua y zonas, y un registro al lado. Se reemplaza el archivo que tenga este nombre.</translation>
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
            <source>Largest depth in metres</source>
            <translation>Calado máximo en metros</translation>
        </message>
        <message>
            <source>Layers of buildings, roads, places or land use are needed, or a population raster.</source>
            <translation>Se necesitan capas de edificios, carreteras, lugares o usos del suelo, o un ráster de población.</translation>
        </message>
        <message>
            <source>Layers with their shares</source>
            <translation>Capas con sus partes</translation>
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
            <source>Location</source>
            <translation>Localización</translation>
        </message>
        <message>
            <source>Location (simulated)</source>
            <translation>Localización (simulada)</translation>
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
            <source>Made</source>
            <translation>Hecho</translation>
        </message>
        <message>
            <source>Make it again, or put its files back where they were.</source>
            <translation>Hágalo de nuevo o devuelva sus archivos a donde estaban.</translation>
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
            <source>Map</source>
            <translation>Mapa</translation>
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

A cloud-free optical image of the date to map, better one of each date, may stand beside the two radar images; under clouds and outside them the radar decides alone, and the messages say for how much of the area they were used.

Open, calm water is what to act on. Water among plants or buildings is at best possible water (class 5), which also holds ground; under trees and in streets it is missed, as is water roughened by wind. Not observed is not dry. Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere.</source>
            <translation>Cartografía inundaciones: lo que es agua ahora en la imagen de radar y no lo era en una imagen anterior, o no lo es en un ráster de agua de referencia (clase 1). El agua de ambos es agua de referencia (clase 2).

Sin ninguno de los dos, el mapa muestra el agua de una fecha, y se llama extensión del agua, no inundación.

La imagen anterior puede estar en otra cuadrícula; lo mejor es la misma estación del año y la misma órbita relativa. Se pueden excluir terreno escarpado, alturas sobre el drenaje, layover y polígonos propios.

Una imagen óptica sin nubes de la fecha a cartografiar, mejor una de cada fecha, puede acompañar a las dos imágenes de radar; bajo las nubes y fuera de ellas decide el radar solo, y los mensajes dicen en qué parte del área se usaron.

El agua abierta y en calma es sobre la que se puede actuar. El agua entre vegetación o edificios es a lo sumo posible agua (clase 5), que también contiene suelo; bajo los árboles y en las calles se escapa, como el agua rizada por el viento. No observado no es seco. Preliminar, sin validar en campo. Todo se calcula en este equipo, en un proceso propio. No se envía nada a ninguna parte.</translation>
        </message>
        <message>
            <source>Maps made on this computer whose files are still there, newest first</source>
            <translation>Mapas hechos en este equipo cuyos archivos siguen ahí, los más nuevos primero</translation>
        </message>
        <message>
            <source>Maps open water in one Sentinel-1 image (VV and VH) with a small network, on this machine and in a process of its own. Nothing is sent anywhere.

The map lies on the image's own grid: 0 not detected, 1 detected, 5 possible water, 250 to 252 left out, 255 not observed. The probability (0 to 100, 255 not observed), a run record and styles are written beside it under the same name.

Open, calm water is what to act on. Water among plants or buildings is at best possible water, a class of its own that also holds ground; under trees and in streets it is missed, as is water roughened by wind. Bare fields, dry sand, airfields and radar shadow may be taken for water. Preliminary, not validated in the field.</source>
            <translation>Cartografía el agua abierta en una imagen Sentinel-1 (VV y VH) con una red pequeña, en este equipo y en un proceso propio. No se envía nada a ninguna parte.

El mapa está en la cuadrícula de la propia imagen: 0 no detectado, 1 detectado, 5 posible agua, 250 a 252 excluido, 255 no observado. La probabilidad (0 a 100, 255 no observado), un registro de la ejecución y los estilos se escriben al lado con el mismo nombre.

El agua abierta y en calma es sobre la que se puede actuar. El agua entre vegetación o edificios es a lo sumo posible agua, una clase propia que también contiene suelo; bajo los árboles y en las calles se escapa, como el agua rizada por el viento. Los campos desnudos, la arena seca, los aeródromos y la sombra de radar pueden tomarse por agua. Preliminar, sin validar en campo.</translation>
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
            <source>Mean depth in metres</source>
            <translation>Calado medio en metros</translation>
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
            <source>Names of the zones</source>
            <translation>Nombres de las zonas</translation>
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
            <translation>Borde sin datos, oscuro dentro</translation>
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
            <source>No radar image is chosen.</source>
            <translation>No se ha elegido ninguna imagen de radar.</translation>
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
            <source>Nothing is given that could be affected.</source>
            <translation>No se indicó nada que pueda estar afectado.</translation>
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
            <source>Open log</source>
            <translation>Abrir registro</translation>
        </message>
        <message>
            <source>Open the Tidemark panel and click 'Install', or name a Python that has them (Settings, Options, Tidemark).</source>
            <translation>Abra el panel de Tidemark y haga clic en 'Instalar', o indique un Python que los tenga (Configuración, Opciones, Tidemark).</translation>
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
            <source>Otherwise a scene is skipped whose result, of the same files and options, is there; a result of others is kept.</source>
            <translation>Si no, se omite una escena cuyo resultado, de los mismos archivos y opciones, ya existe; un resultado de otros se conserva.</translation>
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
            <source>Paper</source>
            <translation>Papel</translation>
        </message>
        <message>
            <source>Paper of pages</source>
            <translation>Papel de las páginas</translation>
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
            <source>Pixels of {low} to {high} m as they are; others are resampled</source>
            <translation>Los píxeles de {low} a {high} m se toman como están; otros se remuestrean</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lugar</translation>
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
            <source>Polygons of 0.5 ha and more with their hectares (.gpkg, .geojson or .shp); other sizes: 'Make polygons'.</source>
            <translation>Polígonos de 0,5 ha o más con sus hectáreas (.gpkg, .geojson o .shp); otros tamaños: 'Crear polígonos'.</translation>
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
            <source>Polygons that are told apart in the table, such as districts.</source>
            <translation>Polígonos que se distinguen en la tabla, como municipios.</translation>
        </message>
        <message>
            <source>Population</source>
            <translation>Población</translation>
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
            <translation>Posible agua (vegetación, edificios)</translation>
        </message>
        <message>
            <source>Prepare a Sentinel-1 product</source>
            <translation>Preparar un producto Sentinel-1</translation>
        </message>
        <message>
            <source>Preparing the product: calibrated and placed on a map grid</source>
            <translation>Preparando el producto: calibrado y colocado en una cuadrícula cartográfica</translation>
        </message>
        <message>
            <source>Preparing: {done} of {total} blocks</source>
            <translation>Preparación: {done} de {total} bloques</translation>
        </message>
        <message>
            <source>Probability (%)</source>
            <translation>Probabilidad (%)</translation>
        </message>
        <message>
            <source>Probability from which a pixel is detected, 0.01 to 1 in steps of 0.01; empty: the model's.</source>
            <translation>Probabilidad a partir de la cual se detecta un píxel, de 0.01 a 1 en pasos de 0.01; vacío: la del modelo.</translation>
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
            <source>Puts a map on one page for its recipient: what was detected, hectares, legend, scale, grid, place on Earth, images and their dates, and limits. The words come from the run record (NAME_run.json), which has to lie beside the class raster, as the run wrote it.</source>
            <translation>Pone un mapa en una página para quien lo recibe: lo detectado, hectáreas, leyenda, escala, cuadrícula, lugar en la Tierra, imágenes y sus fechas, y limitaciones. Las palabras vienen del registro de la ejecución (NAME_run.json), que debe estar junto al ráster de clases, tal como lo escribió la ejecución.</translation>
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
            <source>QGIS cannot open {files}.</source>
            <translation>QGIS no puede abrir {files}.</translation>
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
            <source>Record of the estimate</source>
            <translation>Registro de la estimación</translation>
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
            <source>Sample (simulated)</source>
            <translation>Muestra (simulada)</translation>
        </message>
        <message>
            <source>Sample, before (simulated)</source>
            <translation>Muestra, antes (simulada)</translation>
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
            <source>Save the layer with them (right-click it, Export, Save As…), or take them off (its properties, Transparency).</source>
            <translation>Guarde la capa con ellos (clic derecho, Exportar, Guardar como…) o quítelos (sus propiedades, Transparencia).</translation>
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
            <source>Scale 1 : {denominator}, on {paper}</source>
            <translation>Escala 1 : {denominator}, en {paper}</translation>
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
            <source>Sentinel-1 product</source>
            <translation>Producto Sentinel-1</translation>
        </message>
        <message>
            <source>Show in grey</source>
            <translation>Mostrar en gris</translation>
        </message>
        <message>
            <source>Show the log, which holds all that Tidemark has told</source>
            <translation>Muestra el registro, que contiene todo lo que Tidemark ha dicho</translation>
        </message>
        <message>
            <source>Simplify by metres</source>
            <translation>Simplificar (metros)</translation>
        </message>
        <message>
            <source>Simulating a sample: {done} of {total} images</source>
            <translation>Simulando una muestra: {done} de {total} imágenes</translation>
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
            <source>Stands among the limits of every one-page PDF</source>
            <translation>Aparece entre las limitaciones de cada PDF de una página</translation>
        </message>
        <message>
            <source>Stands among the limits; empty: as in Settings, Options, Tidemark.</source>
            <translation>Aparece entre las limitaciones; vacío: como en Configuración, Opciones, Tidemark.</translation>
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
            <source>Table</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <source>Take this model off the list</source>
            <translation>Quitar este modelo de la lista</translation>
        </message>
        <message>
            <source>Take this product off the list</source>
            <translation>Quitar este producto de la lista</translation>
        </message>
        <message>
            <source>Taken from another track ({before}, the image {after}): hills and towns look different and may pass for change.</source>
            <translation>Tomada desde otra órbita relativa ({before}, la imagen {after}): montes y ciudades se ven distintos y pueden pasar por cambio.</translation>
        </message>
        <message>
            <source>Taken on another pass ({before}, the image {after}): hills and towns look different and pass for change.</source>
            <translation>Tomada en otro tipo de pasada ({before}, la imagen {after}): montes y ciudades se ven distintos y pasan por cambio.</translation>
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
            <source>The disk has {free} free, and the engine takes {needed}: make room, then click again.</source>
            <translation>El disco tiene {free} libres y el motor ocupa {needed}: haga sitio y pulse de nuevo.</translation>
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
            <source>The engine ended without a result, and nothing was written (exit status {status}): {reason}.</source>
            <translation>El motor terminó sin resultado, y no se ha escrito nada (código de salida {status}): {reason}.</translation>
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
            <source>The engine was stopped by the system in its work, and nothing was written; most often the memory ran out.</source>
            <translation>El sistema detuvo el motor en su trabajo, y no se ha escrito nada; casi siempre se agotó la memoria.</translation>
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
            <source>The extent cannot be brought into longitude and latitude: {reason}.</source>
            <translation>La extensión no se puede llevar a longitud y latitud: {reason}.</translation>
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
            <source>The field with their names; empty: the first one with text.</source>
            <translation>El campo con sus nombres; vacío: el primero con texto.</translation>
        </message>
        <message>
            <source>The file may be damaged or not copied to its end: get it again.</source>
            <translation>Puede que el archivo esté dañado o no se haya copiado hasta el final: consígalo de nuevo.</translation>
        </message>
        <message>
            <source>The file of the layer '{name}' is not there any more: {path}.</source>
            <translation>El archivo de la capa '{name}' ya no existe: {path}.</translation>
        </message>
        <message>
            <source>The files are temporary and go when QGIS closes: 'Keep this result…' saves them.</source>
            <translation>Los archivos son temporales y desaparecen al cerrar QGIS: 'Conservar resultado…' los guarda.</translation>
        </message>
        <message>
            <source>The folder {folder} has no package files (.whl) for this Python and system of: {packages}. Fill it on a computer with internet:</source>
            <translation>La carpeta {folder} no tiene paquetes (.whl) para este Python y sistema de: {packages}. Llénela en un ordenador con internet:</translation>
        </message>
        <message>
            <source>The image and the image before are the same file: {path}.</source>
            <translation>La imagen y la imagen anterior son el mismo archivo: {path}.</translation>
        </message>
        <message>
            <source>The installation failed: the log says why. For a computer without internet see below.</source>
            <translation>La instalación falló: el registro dice por qué. Para un ordenador sin internet, vea abajo.</translation>
        </message>
        <message>
            <source>The installation from the folder failed: the log says why. A package that another one needs may be missing.</source>
            <translation>La instalación desde la carpeta falló: el registro dice por qué. Puede faltar un paquete que otro necesita.</translation>
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
            <source>The layer '{name}' has several no data values in QGIS, or a range of them.</source>
            <translation>La capa '{name}' tiene en QGIS varios valores sin datos, o un rango de ellos.</translation>
        </message>
        <message>
            <source>The layer '{name}' is not a file of this machine: {source}.</source>
            <translation>La capa '{name}' no es un archivo de este equipo: {source}.</translation>
        </message>
        <message>
            <source>The layer '{name}' is one of several in its file: {source}.</source>
            <translation>La capa '{name}' es una de varias de su archivo: {source}.</translation>
        </message>
        <message>
            <source>The layers with the share of each feature in every class (.gpkg), or the table (.csv).</source>
            <translation>Las capas con la parte de cada entidad en cada clase (.gpkg), o la tabla (.csv).</translation>
        </message>
        <message>
            <source>The map is not there any more: {path}.</source>
            <translation>El mapa ya no existe: {path}.</translation>
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
            <source>The map of an earlier run: 0 not detected, 1 detected, 5 possible water, 255 not observed.</source>
            <translation>El mapa de una ejecución anterior: 0 no detectado, 1 detectado, 5 posible agua, 255 no observado.</translation>
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
            <source>The model's own: {threshold}</source>
            <translation>El del modelo: {threshold}</translation>
        </message>
        <message>
            <source>The newer image: terrain-corrected, with one band or with VV and VH.</source>
            <translation>La imagen más reciente: con corrección del terreno, con una banda o con VV y VH.</translation>
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
            <source>The part to map, in any coordinate reference system; of a product in degrees where none is named; empty: the whole image.</source>
            <translation>La parte a cartografiar, en cualquier sistema de referencia de coordenadas; de un producto, en grados si no se nombra ninguno; vacío: la imagen entera.</translation>
        </message>
        <message>
            <source>The part to prepare; empty: all of it.</source>
            <translation>La parte a preparar; vacío: toda.</translation>
        </message>
        <message>
            <source>The project has no layer of polygons yet: add one, for example districts.</source>
            <translation>El proyecto aún no tiene capa de polígonos: añada una, por ejemplo de municipios.</translation>
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
            <source>The settings are set, except what is not there any more:</source>
            <translation>Se aplicó la configuración, salvo lo que ya no existe:</translation>
        </message>
        <message>
            <source>The size of one-page PDFs</source>
            <translation>El tamaño de los PDF de una página</translation>
        </message>
        <message>
            <source>The size of the page; it lies or stands as the map is drawn largest.</source>
            <translation>El tamaño de la página; en horizontal o vertical según el mapa quede más grande.</translation>
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
            <source>This is no Sentinel-1 product: choose its zip, its folder (.SAFE), manifest.safe, or a file of its measurement.</source>
            <translation>Esto no es un producto Sentinel-1: elija su zip, su carpeta (.SAFE), manifest.safe o un archivo de measurement.</translation>
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
            <source>Threshold: {hectares} would be detected</source>
            <translation>Umbral: se detectarían {hectares}</translation>
        </message>
        <message>
            <source>Threshold: {threshold}</source>
            <translation>Umbral: {threshold}</translation>
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
            <source>Tidemark reads files that hold one raster.</source>
            <translation>Tidemark lee archivos que contienen un solo ráster.</translation>
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
            <source>Tidemark takes one value for each band.</source>
            <translation>Tidemark toma un valor por banda.</translation>
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
            <source>Try it on a sample</source>
            <translation>Probar con una muestra</translation>
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
            <source>Use these settings again</source>
            <translation>Usar estos ajustes</translation>
        </message>
        <message>
            <source>Use {method} on {bands}</source>
            <translation>Usar {method} en {bands}</translation>
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
            <source>Wait until it has ended, or cancel it.</source>
            <translation>Espere a que termine, o cancélela.</translation>
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
            <source>What may be affected</source>
            <translation>Lo que puede estar afectado</translation>
        </message>
        <message>
            <source>What networks run on unless the form says otherwise</source>
            <translation>En qué se ejecutan las redes, salvo que el formulario diga otra cosa</translation>
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
            <source>What the network runs on. A device that the installed engine lacks is replaced by the CPU, with a notice. auto takes a graphics processor, or on a CPU that is faster with it the 8-bit copy of a model that you have not named, where its figures are as good; the run record names it.</source>
            <translation>Dónde se ejecuta la red. Un dispositivo que le falte al motor instalado se sustituye por la CPU, con un aviso. auto toma un procesador gráfico o, en una CPU que con ella es más rápida, la copia de 8 bits de un modelo que usted no ha nombrado, si sus cifras son igual de buenas; el registro de la ejecución la nombra.</translation>
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
            <source>What zeros mean where the file does not declare 0 as nodata. auto: no data when connected to the edge; nodata: no data everywhere; dark: dark ground.</source>
            <translation>Qué significan los ceros si el archivo no declara 0 como valor sin datos. auto: sin datos si tocan el borde; nodata: sin datos en todas partes; dark: terreno oscuro.</translation>
        </message>
        <message>
            <source>Where it is in a file of its own, on the grid of the image before; BEFORE is then VV.</source>
            <translation>Si está en un archivo aparte, en la cuadrícula de la imagen anterior; BEFORE es entonces VV.</translation>
        </message>
        <message>
            <source>Which band is which in the optical images, for example swir=1,nir=2,visible=3; empty: by the bands' names.</source>
            <translation>Qué banda es cuál en las imágenes ópticas, por ejemplo swir=1,nir=2,visible=3; vacío: por los nombres de las bandas.</translation>
        </message>
        <message>
            <source>Which band is which where names and metadata do not tell, for example VV=1,VH=2, counted over INPUT and VH; it holds for both dates. Empty: by name.</source>
            <translation>Qué banda es cuál si los nombres y metadatos no lo dicen, por ejemplo VV=1,VH=2, contando en INPUT y VH; vale para ambas fechas. Vacío: por el nombre.</translation>
        </message>
        <message>
            <source>Who and what is affected</source>
            <translation>Quién y qué está afectado</translation>
        </message>
        <message>
            <source>Who and what is affected…</source>
            <translation>Quién y qué está afectado…</translation>
        </message>
        <message>
            <source>Whole image</source>
            <translation>Imagen entera</translation>
        </message>
        <message>
            <source>Whom the recipient may ask; empty: as in Settings, Options, Tidemark.</source>
            <translation>A quién puede preguntar quien lo recibe; vacío: como en Configuración, Opciones, Tidemark.</translation>
        </message>
        <message>
            <source>Whom the recipient of a one-page PDF may ask: office, mail, telephone</source>
            <translation>A quién puede preguntar quien recibe un PDF de una página: oficina, correo, teléfono</translation>
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
            <source>Zeros are</source>
            <translation>Los ceros son</translation>
        </message>
        <message>
            <source>Zip, manifest or measurement…</source>
            <translation>Zip, manifest o medición…</translation>
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
            <source>about {download} to download, {disk} on disk ({free} free)</source>
            <translation>unos {download} de descarga, {disk} en disco ({free} libres)</translation>
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
            <source>ascending</source>
            <translation>ascendente</translation>
        </message>
        <message>
            <source>at right and above: WGS 84, degrees</source>
            <translation>a la derecha y arriba: WGS 84, grados</translation>
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
            <source>buildings</source>
            <translation>edificios</translation>
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
            <source>damage</source>
            <translation>daños</translation>
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
            <source>depth</source>
            <translation>calado</translation>
        </message>
        <message>
            <source>descending</source>
            <translation>descendente</translation>
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
            <source>exposure</source>
            <translation>exposición</translation>
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
            <source>only a part of it could be written, because the disk is full or was taken away</source>
            <translation>solo se pudo escribir una parte, porque el disco está lleno o se retiró</translation>
        </message>
        <message>
            <source>orthorectify</source>
            <translation>ortorrectificar</translation>
        </message>
        <message>
            <source>people affected</source>
            <translation>personas afectadas</translation>
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
            <source>population</source>
            <translation>población</translation>
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
            <source>roads</source>
            <translation>carreteras</translation>
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
            <source>the extent</source>
            <translation>la extensión</translation>
        </message>
        <message>
            <source>the layer '{name}'</source>
            <translation>la capa '{name}'</translation>
        </message>
        <message>
            <source>the model '{name}'</source>
            <translation>el modelo '{name}'</translation>
        </message>
        <message>
            <source>time series</source>
            <translation>serie temporal</translation>
        </message>
        <message>
            <source>track {number}</source>
            <translation>órbita relativa {number}</translation>
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
            <source>volume</source>
            <translation>volumen</translation>
        </message>
        <message>
            <source>water</source>
            <translation>agua</translation>
        </message>
        <message>
            <source>water level</source>
            <translation>nivel del agua</translation>
        </message>
        <message>
            <source>zonal statistics</source>
            <translation>estadísticas zonales</translation>
        </message>
        <message>
            <source>{across} × {down} m</source>
            <translation>{across} × {down} m</translation>
        </message>
        <message>
            <source>{action} (no image before)</source>
            <translation>{action} (sin imagen anterior)</translation>
        </message>
        <message>
            <source>{count} more in the files beside the map.</source>
            <translation>{count} más en los archivos junto al mapa.</translation>
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
            <source>{name} '{file}' has no ending that it can be written with.</source>
            <translation>{name} '{file}' no tiene una extensión con la que se pueda escribir.</translation>
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
            <source>{size} GB</source>
            <translation>{size} GB</translation>
        </message>
        <message>
            <source>{size} MB</source>
            <translation>{size} MB</translation>
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
            <translation>Carpeta del resultado. Vacía, es una temporal, que QGIS borra al cerrarse; 'Conservar resultado…' lo guarda después.</translation>
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
            <source>Which part of the image to map</source>
            <translation>Qué parte de la imagen cartografiar</translation>
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
        <name>TidemarkHeightsForm</name>
        <message>
            <source>Heights (DEM) of the ground, for hills</source>
            <translation>Alturas (MDE) del terreno, para el relieve</translation>
        </message>
    </context>
    <context>
        <name>TidemarkImageForm</name>
        <message>
            <source>A Sentinel-1 product as it was downloaded: zip or .SAFE. It can be dropped here, too.</source>
            <translation>Un producto Sentinel-1 tal como se descargó: zip o .SAFE. También se puede soltar aquí.</translation>
        </message>
        <message>
            <source>Product…</source>
            <translation>Producto…</translation>
        </message>
        <message>
            <source>The VH band of the same acquisition, on the same grid</source>
            <translation>La banda VH de la misma adquisición, en la misma cuadrícula</translation>
        </message>
        <message>
            <source>The band that holds VH; by name: as names and metadata tell</source>
            <translation>La banda que contiene VH; por el nombre: como dicen nombres y metadatos</translation>
        </message>
        <message>
            <source>The band that holds VV; by name: as names and metadata tell</source>
            <translation>La banda que contiene VV; por el nombre: como dicen nombres y metadatos</translation>
        </message>
        <message>
            <source>Tick it where VV and VH are two layers</source>
            <translation>Márquelo si VV y VH son dos capas</translation>
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
            <source>A cloud-free optical image, better one of each date, helps where the radar is ambiguous; clouds and gaps are left to the radar</source>
            <translation>Una imagen óptica sin nubes, mejor una de cada fecha, ayuda donde el radar es ambiguo; las nubes y los huecos se dejan al radar</translation>
        </message>
        <message>
            <source>An optical image of the date before, with the same bands, on any grid, if there is one</source>
            <translation>Una imagen óptica de la fecha anterior, con las mismas bandas, en cualquier cuadrícula, si la hay</translation>
        </message>
        <message>
            <source>An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4, on any grid</source>
            <translation>Una imagen óptica de la fecha a cartografiar, como Sentinel-2 con B11, B8 y B4, en cualquier cuadrícula</translation>
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
            <source>Which band is which in the images, where their names do not tell, for example swir=1,nir=2,visible=3</source>
            <translation>Qué banda es cuál en las imágenes, si sus nombres no lo dicen, por ejemplo swir=1,nir=2,visible=3</translation>
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
            <source>Count the map in each polygon of a layer: districts, fields, parcels. Tables and more: Processing toolbox, Tidemark.</source>
            <translation>Cuenta el mapa en cada polígono de una capa: municipios, campos, parcelas. Tablas y más: Caja de herramientas de Procesos, Tidemark.</translation>
        </message>
        <message>
            <source>Fill the form above with the task, the images and all options of this run</source>
            <translation>Rellena el formulario de arriba con la tarea, las imágenes y todas las opciones de esta ejecución</translation>
        </message>
        <message>
            <source>Hectares in zones…</source>
            <translation>Hectáreas por zonas…</translation>
        </message>
        <message>
            <source>Keep this result…</source>
            <translation>Conservar resultado…</translation>
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
            <source>The map over the radar image on one page, with hectares, legend, scale, place, sources and limits. Paper, contact and disclaimer: Settings, Options, Tidemark.</source>
            <translation>El mapa sobre la imagen de radar en una página, con hectáreas, leyenda, escala, lugar, fuentes y limitaciones. Papel, contacto y descargo: Configuración, Opciones, Tidemark.</translation>
        </message>
        <message>
            <source>Use these settings again</source>
            <translation>Usar estos ajustes</translation>
        </message>
    </context>
    <context>
        <name>TidemarkRunBar</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Earlier runs: use their settings again, or add their maps</source>
            <translation>Ejecuciones anteriores: use de nuevo su configuración, o añada sus mapas</translation>
        </message>
        <message>
            <source>Engine…</source>
            <translation>Motor…</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>History…</source>
            <translation>Historial…</translation>
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
        <message>
            <source>What maps the images: install it, look after it, remove it</source>
            <translation>Lo que cartografía las imágenes: instalarlo, comprobarlo, quitarlo</translation>
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
        <name>TidemarkStartBox</name>
        <message>
            <source>&lt;b&gt;Maps water, floods, change and possible oil from radar images.&lt;/b&gt;&lt;br/&gt;1. Drop a Sentinel-1 product here as it was downloaded (zip), or add a radar image as a layer; for floods, one from before as well.&lt;br/&gt;2. Choose the task.&lt;br/&gt;3. Click the button at the bottom.</source>
            <translation>&lt;b&gt;Cartografía agua, inundaciones, cambios y posibles hidrocarburos en imágenes de radar.&lt;/b&gt;&lt;br/&gt;1. Suelte aquí un producto Sentinel-1 tal como se descargó (zip), o añada una imagen de radar como capa; para inundaciones, también una de antes.&lt;br/&gt;2. Elija la tarea.&lt;br/&gt;3. Pulse el botón de abajo.</translation>
        </message>
        <message>
            <source>Simulates a place before and during a flood on this computer, loads both images and maps the flood: about half a minute</source>
            <translation>Simula en este equipo un lugar antes y durante una inundación, carga ambas imágenes y cartografía la inundación: cerca de medio minuto</translation>
        </message>
        <message>
            <source>Try it on a sample</source>
            <translation>Probar con una muestra</translation>
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
            <source>The probability from which a pixel counts as detected</source>
            <translation>La probabilidad a partir de la cual un píxel cuenta como detectado</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Umbral</translation>
        </message>
    </context>
</TS>
