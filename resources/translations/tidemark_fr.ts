<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>Engine</name>
        <message>
            <source>'{crs}' is no coordinate reference system.</source>
            <translation>'{crs}' n'est pas un système de coordonnées.</translation>
        </message>
        <message>
            <source>'{text}' cannot be part of a file name.</source>
            <translation>'{text}' ne peut pas faire partie d'un nom de fichier.</translation>
        </message>
        <message>
            <source>--bands, e.g. VV=1,VH=2 (in QGIS: 'VV is' and 'VH is', or 'Bands' in the toolbox)</source>
            <translation>'VV est' et 'VH est', ou 'Bandes' dans la boîte à outils</translation>
        </message>
        <message>
            <source>A DEM with heights in metres is needed.</source>
            <translation>Un MNT avec des altitudes en mètres est nécessaire.</translation>
        </message>
        <message>
            <source>A GeoPackage holds maps.</source>
            <translation>Un GeoPackage contient des cartes.</translation>
        </message>
        <message>
            <source>A band's name is one of {join} and its number between 1 and {count}.</source>
            <translation>Le nom d'une bande est l'un de {join} et son numéro est entre 1 et {count}.</translation>
        </message>
        <message>
            <source>A card is a JSON file, a STAC Item with the MLM extension.</source>
            <translation>Une fiche est un fichier JSON, un STAC Item avec l'extension MLM.</translation>
        </message>
        <message>
            <source>A changed or damaged network gives maps that nobody has measured.</source>
            <translation>Un réseau modifié ou endommagé donne des cartes que personne n'a mesurées.</translation>
        </message>
        <message>
            <source>A class raster has one band of Tidemark's class codes.</source>
            <translation>Un raster de classes a une bande avec les codes de classe de Tidemark.</translation>
        </message>
        <message>
            <source>A damaged file of such a name would end the program.</source>
            <translation>Un fichier endommagé de ce nom ferait planter le programme.</translation>
        </message>
        <message>
            <source>A download that broke off looks like this.</source>
            <translation>Un téléchargement interrompu ressemble à cela.</translation>
        </message>
        <message>
            <source>A dry edge that was observed, and heights along it, are needed (the DEM's pixels are {pixel_m} m).</source>
            <translation>Il faut un bord sec qui a été observé, et des altitudes le long de celui-ci (les pixels du MNT font {pixel_m} m).</translation>
        </message>
        <message>
            <source>A file can be read more than once.</source>
            <translation>Un fichier peut être lu plusieurs fois.</translation>
        </message>
        <message>
            <source>A job has the fields {join}.</source>
            <translation>Un travail a les champs {join}.</translation>
        </message>
        <message>
            <source>A list is a text file in UTF-8 with one scene a line; several paths separated by tabs are one scene.</source>
            <translation>Une liste est un fichier texte en UTF-8 avec une scène par ligne ; plusieurs chemins séparés par des tabulations forment une scène.</translation>
        </message>
        <message>
            <source>A map is replaced only where that is asked for.</source>
            <translation>Une carte n'est remplacée que là où cela est demandé.</translation>
        </message>
        <message>
            <source>A map needs backscatter that varies.</source>
            <translation>Une carte demande une rétrodiffusion qui varie.</translation>
        </message>
        <message>
            <source>A map needs backscatter.</source>
            <translation>Une carte demande de la rétrodiffusion.</translation>
        </message>
        <message>
            <source>A model reads nothing outside its own folder.</source>
            <translation>Un modèle ne lit rien hors de son propre dossier.</translation>
        </message>
        <message>
            <source>A network has at most {most_bytes} GB.</source>
            <translation>Un réseau a au plus {most_bytes} Go.</translation>
        </message>
        <message>
            <source>A network is one ONNX file with standard operators, and the image decides the size of what it computes.</source>
            <translation>Un réseau est un seul fichier ONNX avec des opérateurs standard, et l'image décide de la taille de ce qu'il calcule.</translation>
        </message>
        <message>
            <source>A package is never overwritten.</source>
            <translation>Un paquet n'est jamais écrasé.</translation>
        </message>
        <message>
            <source>A pixel has {pixel_m} m: {window_m} m around it are {window} pixels.</source>
            <translation>Un pixel a {pixel_m} m : {window_m} m autour font {window} pixels.</translation>
        </message>
        <message>
            <source>A portal sends one that asks for a login.</source>
            <translation>Un portail en envoie une qui demande de se connecter.</translation>
        </message>
        <message>
            <source>A prefix of file names is needed.</source>
            <translation>Il faut un début de noms de fichiers.</translation>
        </message>
        <message>
            <source>A probability raster has one band of bytes, 0 to 100 per cent.</source>
            <translation>Un raster de probabilité a une bande d'octets, de 0 à 100 pour cent.</translation>
        </message>
        <message>
            <source>A product as it was downloaded: it is calibrated and placed on a map grid before it is mapped, once.</source>
            <translation>Un produit tel que téléchargé : il est étalonné et placé sur une grille cartographique avant d'être cartographié, une seule fois.</translation>
        </message>
        <message>
            <source>A product is a .SAFE folder, its zip, or a file of its measurement folder with the other folders around it.</source>
            <translation>Un produit est un dossier .SAFE, son zip, ou un fichier de son dossier measurement avec les autres dossiers autour.</translation>
        </message>
        <message>
            <source>A product needs its annotation folder to be calibrated and placed.</source>
            <translation>Un produit a besoin de son dossier annotation pour être étalonné et placé.</translation>
        </message>
        <message>
            <source>A product tells both itself.</source>
            <translation>Un produit indique lui-même les deux.</translation>
        </message>
        <message>
            <source>A quick look is a picture, a .png.</source>
            <translation>Un aperçu est une image, un .png.</translation>
        </message>
        <message>
            <source>A raster of numbers of people is needed.</source>
            <translation>Un raster de nombres de personnes est nécessaire.</translation>
        </message>
        <message>
            <source>A threshold can be found from {least_pixels} on.</source>
            <translation>Un seuil se trouve à partir de {least_pixels}.</translation>
        </message>
        <message>
            <source>Add the file of VV, or say which band it is with --bands, e.g. VV=1 (in QGIS: 'VV is', or 'Bands' in the toolbox).</source>
            <translation>Ajoutez le fichier de VV, ou dites quelle bande c'est dans 'VV est', ou 'Bandes' dans la boîte à outils.</translation>
        </message>
        <message>
            <source>Add the missing band's file, name the bands with {bands_option}, or choose a method that takes one band (--method {baseline}; in QGIS: 'Method').</source>
            <translation>Ajoutez le fichier de la bande manquante, nommez les bandes dans {bands_option}, ou choisissez une méthode qui prend une bande ('Méthode' : {baseline}).</translation>
        </message>
        <message>
            <source>Along the edge between water and observed dry ground, the ground's height is that of the water; edges of what was not mapped or not observed tell nothing. Outliers are left out, and a surface is laid over each connected body, after INFLOS (Caretto et al. 2025, doi 10.3390/rs17020329) and FwDET (Cohen et al. 2018, doi 10.1111/1752-1688.12609; 2022, doi 10.3390/rs14215313). Depth is this surface less the ground.</source>
            <translation>Le long du bord entre l'eau et le sol sec observé, l'altitude du sol est celle de l'eau ; les bords de ce qui n'a pas été cartographié ou observé ne disent rien. Les valeurs aberrantes sont écartées, et une surface est posée sur chaque plan d'eau d'un seul tenant, d'après INFLOS (Caretto et al. 2025, doi 10.3390/rs17020329) et FwDET (Cohen et al. 2018, doi 10.1111/1752-1688.12609 ; 2022, doi 10.3390/rs14215313). La hauteur d'eau est cette surface moins le sol.</translation>
        </message>
        <message>
            <source>An annotation has at most {largest_bytes} MB.</source>
            <translation>Une annotation a au plus {largest_bytes} Mo.</translation>
        </message>
        <message>
            <source>An estimate from the extent of the map, for a first look: it replaces neither a survey nor a model of the flow.</source>
            <translation>Une estimation d'après l'étendue de la carte, pour un premier regard : elle ne remplace ni un relevé ni un modèle hydraulique.</translation>
        </message>
        <message>
            <source>An image before belongs to the tasks {listed}.</source>
            <translation>Une image antérieure va avec les tâches {listed}.</translation>
        </message>
        <message>
            <source>An image is given without a file.</source>
            <translation>Une image est donnée sans fichier.</translation>
        </message>
        <message>
            <source>An image is made of products of one pass, or of files that hold its bands.</source>
            <translation>Une image se fait de produits d'un même passage, ou de fichiers qui contiennent ses bandes.</translation>
        </message>
        <message>
            <source>An older one stands beside a newer one.</source>
            <translation>Une plus ancienne accompagne une plus récente.</translation>
        </message>
        <message>
            <source>An optical image needs a model with an optical input.</source>
            <translation>Une image optique demande un modèle à entrée optique.</translation>
        </message>
        <message>
            <source>Areas and distances need the right one.</source>
            <translation>Les surfaces et les distances demandent le bon.</translation>
        </message>
        <message>
            <source>Ask for the right to read it.</source>
            <translation>Demandez le droit de le lire.</translation>
        </message>
        <message>
            <source>Ask its owner for the right to read it.</source>
            <translation>Demandez à son propriétaire le droit de le lire.</translation>
        </message>
        <message>
            <source>Assign it first (in QGIS: Layer &gt; Set CRS, then Save As).</source>
            <translation>Attribuez-le d'abord (Couche, Définir le SCR, puis Enregistrer sous).</translation>
        </message>
        <message>
            <source>Assign it first.</source>
            <translation>Attribuez-le d'abord.</translation>
        </message>
        <message>
            <source>At least one is needed; 0 means all.</source>
            <translation>Il en faut au moins un ; 0 veut dire tous.</translation>
        </message>
        <message>
            <source>At least {least} are needed to place the image.</source>
            <translation>Il en faut au moins {least} pour placer l'image.</translation>
        </message>
        <message>
            <source>Backscatter change between two dates, one polarisation</source>
            <translation>Changement de rétrodiffusion entre deux dates, une polarisation</translation>
        </message>
        <message>
            <source>Bands or pixel values are named of a Sentinel-1 product.</source>
            <translation>Des bandes ou des valeurs des pixels sont indiquées pour un produit Sentinel-1.</translation>
        </message>
        <message>
            <source>Both dates have observed too few pixels in common for the log-ratio's threshold: the network decides alone.</source>
            <translation>Les deux dates ont trop peu de pixels observés en commun pour le seuil du log-rapport : le réseau décide seul.</translation>
        </message>
        <message>
            <source>Both have to come from one run.</source>
            <translation>Les deux doivent venir d'une même exécution.</translation>
        </message>
        <message>
            <source>Both must show the same place.</source>
            <translation>Les deux doivent montrer le même lieu.</translation>
        </message>
        <message>
            <source>Bright ground in {band} differs by {newer} dB between the dates: were both calibrated alike? Snow, frost and leaves do that, too; the map may be misled by it.</source>
            <translation>Le sol clair en {band} diffère de {newer} dB entre les dates : l'étalonnage était-il le même ? La neige, le gel et les feuilles font cela aussi ; la carte peut en être trompée.</translation>
        </message>
        <message>
            <source>Bring them onto one grid first (gdalwarp -te … -tr …, or Raster &gt; Align Rasters in QGIS).</source>
            <translation>Mettez-les d'abord sur une même grille (gdalwarp -te … -tr …, ou Raster, Aligner des rasters).</translation>
        </message>
        <message>
            <source>Calibrate and terrain-correct the product first (SNAP: Calibration, then Terrain Correction), or order an RTC product. If they are integers with a scale factor, write that into the file (gdal_translate -a_scale … -a_offset …).</source>
            <translation>Étalonnez et corrigez d'abord le terrain du produit (SNAP : Calibration, puis Terrain Correction), ou commandez un produit RTC. Si ce sont des entiers avec un facteur d'échelle, écrivez-le dans le fichier (gdal_translate -a_scale … -a_offset …).</translation>
        </message>
        <message>
            <source>Calibrate, multi-look and terrain-correct it first (SNAP), or order an RTC product.</source>
            <translation>Étalonnez-la, appliquez le multi-look et corrigez le terrain d'abord (SNAP), ou commandez un produit RTC.</translation>
        </message>
        <message>
            <source>Calm water may be among them: write the image in power, or with -60 dB instead, and run again.</source>
            <translation>De l'eau calme peut en faire partie : écrivez l'image en puissance, ou avec -60 dB à la place, et relancez.</translation>
        </message>
        <message>
            <source>Card and network belong together.</source>
            <translation>La fiche et le réseau vont ensemble.</translation>
        </message>
        <message>
            <source>Check how the file was made.</source>
            <translation>Vérifiez comment le fichier a été fait.</translation>
        </message>
        <message>
            <source>Check its CRS.</source>
            <translation>Vérifiez son SCR.</translation>
        </message>
        <message>
            <source>Check its coordinate reference system, or leave it out.</source>
            <translation>Vérifiez son système de coordonnées, ou ne l'utilisez pas.</translation>
        </message>
        <message>
            <source>Check its coordinate reference system.</source>
            <translation>Vérifiez son système de coordonnées.</translation>
        </message>
        <message>
            <source>Check its unit and nodata value.</source>
            <translation>Vérifiez son unité et sa valeur nulle.</translation>
        </message>
        <message>
            <source>Check its unit, and declare its value for voids as nodata (gdal_edit.py -a_nodata VALUE).</source>
            <translation>Vérifiez son unité, et déclarez sa valeur de vides comme valeur nulle (gdal_edit.py -a_nodata VALUE).</translation>
        </message>
        <message>
            <source>Check that the file is complete and is an image.</source>
            <translation>Vérifiez que le fichier est complet et que c'est une image.</translation>
        </message>
        <message>
            <source>Check that the file is complete.</source>
            <translation>Vérifiez que le fichier est complet.</translation>
        </message>
        <message>
            <source>Check the file; where zeros mean dark water, say so with --zeros dark (in QGIS: 'Zeros are').</source>
            <translation>Vérifiez le fichier ; si les zéros sont de l'eau sombre, dites-le dans 'Les zéros sont'.</translation>
        </message>
        <message>
            <source>Check the layer of land, or choose another image.</source>
            <translation>Vérifiez la couche de terre, ou choisissez une autre image.</translation>
        </message>
        <message>
            <source>Check the nodata value and the layer of land.</source>
            <translation>Vérifiez la valeur nulle et la couche de terre.</translation>
        </message>
        <message>
            <source>Check the nodata value, or choose the fixed threshold (--method fixed; in QGIS: 'Method').</source>
            <translation>Vérifiez la valeur nulle, ou choisissez le seuil fixe ('Méthode').</translation>
        </message>
        <message>
            <source>Check the path, or write a list with one scene a line.</source>
            <translation>Vérifiez le chemin, ou écrivez une liste avec une scène par ligne.</translation>
        </message>
        <message>
            <source>Check the path.</source>
            <translation>Vérifiez le chemin.</translation>
        </message>
        <message>
            <source>Check the product.</source>
            <translation>Vérifiez le produit.</translation>
        </message>
        <message>
            <source>Check the zones' coordinate reference system, or choose others.</source>
            <translation>Vérifiez le système de coordonnées des zones, ou choisissez-en d'autres.</translation>
        </message>
        <message>
            <source>Check what the values mean, and say it with --scale (in QGIS: the box 'Pixel values').</source>
            <translation>Vérifiez ce que veulent dire les valeurs, et dites-le dans 'Valeurs des pixels'.</translation>
        </message>
        <message>
            <source>Check where the product is from.</source>
            <translation>Vérifiez d'où vient le produit.</translation>
        </message>
        <message>
            <source>Choose a DEM of this place, or none.</source>
            <translation>Choisissez un MNT de ce lieu, ou aucun.</translation>
        </message>
        <message>
            <source>Choose a Sentinel-1 product.</source>
            <translation>Choisissez un produit Sentinel-1.</translation>
        </message>
        <message>
            <source>Choose a file with polygons.</source>
            <translation>Choisissez un fichier avec des polygones.</translation>
        </message>
        <message>
            <source>Choose a finer DEM that covers the flood, or a map that shows more of the flood's edge.</source>
            <translation>Choisissez un MNT plus fin qui couvre l'inondation, ou une carte qui montre davantage de son bord.</translation>
        </message>
        <message>
            <source>Choose a larger pixel, another grid or an extent.</source>
            <translation>Choisissez un pixel plus grand, une autre grille ou une emprise.</translation>
        </message>
        <message>
            <source>Choose a layer with polygons.</source>
            <translation>Choisissez une couche avec des polygones.</translation>
        </message>
        <message>
            <source>Choose a shorter name.</source>
            <translation>Choisissez un nom plus court.</translation>
        </message>
        <message>
            <source>Choose an extent inside it.</source>
            <translation>Choisissez une emprise à l'intérieur.</translation>
        </message>
        <message>
            <source>Choose an extent inside the image (tidemark info shows where it lies).</source>
            <translation>Choisissez une emprise dans l'image.</translation>
        </message>
        <message>
            <source>Choose an image.</source>
            <translation>Choisissez une image.</translation>
        </message>
        <message>
            <source>Choose another Python.</source>
            <translation>Choisissez un autre Python.</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>Choisissez un autre fichier.</translation>
        </message>
        <message>
            <source>Choose another folder, or ask for the right to write there.</source>
            <translation>Choisissez un autre dossier, ou demandez le droit d'y écrire.</translation>
        </message>
        <message>
            <source>Choose another image, or check the coordinate reference systems of the two.</source>
            <translation>Choisissez une autre image, ou vérifiez les systèmes de coordonnées des deux.</translation>
        </message>
        <message>
            <source>Choose another image, or check their nodata values.</source>
            <translation>Choisissez une autre image, ou vérifiez leurs valeurs nulles.</translation>
        </message>
        <message>
            <source>Choose another layer.</source>
            <translation>Choisissez une autre couche.</translation>
        </message>
        <message>
            <source>Choose another map.</source>
            <translation>Choisissez une autre carte.</translation>
        </message>
        <message>
            <source>Choose another model or another task.</source>
            <translation>Choisissez un autre modèle ou une autre tâche.</translation>
        </message>
        <message>
            <source>Choose another model.</source>
            <translation>Choisissez un autre modèle.</translation>
        </message>
        <message>
            <source>Choose another name, e.g. with _v2.</source>
            <translation>Choisissez un autre nom, p. ex. avec _v2.</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>Choisissez-en un autre.</translation>
        </message>
        <message>
            <source>Choose another output folder.</source>
            <translation>Choisissez un autre dossier de résultats.</translation>
        </message>
        <message>
            <source>Choose another output, or let it be replaced with --overwrite (in QGIS: 'Replace an earlier result').</source>
            <translation>Choisissez une autre sortie, ou laissez-la remplacer avec 'Remplacer un résultat antérieur'.</translation>
        </message>
        <message>
            <source>Choose another output, or move that file away.</source>
            <translation>Choisissez une autre sortie, ou déplacez ce fichier.</translation>
        </message>
        <message>
            <source>Choose another output.</source>
            <translation>Choisissez une autre sortie.</translation>
        </message>
        <message>
            <source>Choose at least one.</source>
            <translation>Choisissez-en au moins un.</translation>
        </message>
        <message>
            <source>Choose images of the same kind, or name their bands with {bands_option}.</source>
            <translation>Choisissez des images de même type, ou nommez leurs bandes dans {bands_option}.</translation>
        </message>
        <message>
            <source>Choose one of these for the zones' names.</source>
            <translation>Choisissez l'un d'eux pour les noms des zones.</translation>
        </message>
        <message>
            <source>Choose one of these, give the path of a model card (.json), or use a method without a model.</source>
            <translation>Choisissez l'un d'eux, donnez le chemin d'une fiche (.json), ou utilisez une méthode sans modèle.</translation>
        </message>
        <message>
            <source>Choose one of these.</source>
            <translation>Choisissez l'un d'eux.</translation>
        </message>
        <message>
            <source>Choose one with --layer.</source>
            <translation>Choisissez-en une.</translation>
        </message>
        <message>
            <source>Choose the class raster of a run for water or a flood.</source>
            <translation>Choisissez le raster de classes d'une exécution d'eau ou d'inondation.</translation>
        </message>
        <message>
            <source>Choose the log-ratio with its fixed threshold (--method log-ratio; in QGIS: 'Method').</source>
            <translation>Choisissez le log-rapport, avec son seuil fixe ('Méthode').</translation>
        </message>
        <message>
            <source>Choose the one that was taken earlier, or leave both out.</source>
            <translation>Choisissez celle qui a été prise plus tôt, ou laissez les deux.</translation>
        </message>
        <message>
            <source>Choose the product as it was downloaded.</source>
            <translation>Choisissez le produit tel que téléchargé.</translation>
        </message>
        <message>
            <source>Classes are {join}.</source>
            <translation>Les classes sont {join}.</translation>
        </message>
        <message>
            <source>Close other programs, or map a smaller extent.</source>
            <translation>Fermez d'autres programmes, ou cartographiez une emprise plus petite.</translation>
        </message>
        <message>
            <source>Compare it with a card in the folder models of Tidemark.</source>
            <translation>Comparez-la à une fiche du dossier models de Tidemark.</translation>
        </message>
        <message>
            <source>Compute the slope in degrees (gdaldem slope).</source>
            <translation>Calculez la pente en degrés (gdaldem slope).</translation>
        </message>
        <message>
            <source>Copy it again from where it came from, or install Tidemark again.</source>
            <translation>Copiez-le à nouveau d'où il venait, ou réinstallez Tidemark.</translation>
        </message>
        <message>
            <source>Copy it again from where it came from.</source>
            <translation>Copiez-le à nouveau d'où il venait.</translation>
        </message>
        <message>
            <source>Copy or download it again.</source>
            <translation>Copiez-le ou téléchargez-le à nouveau.</translation>
        </message>
        <message>
            <source>Copy or download the file again.</source>
            <translation>Copiez ou téléchargez à nouveau le fichier.</translation>
        </message>
        <message>
            <source>Copy the card and its networks again from where they came from, or install Tidemark again.</source>
            <translation>Copiez à nouveau la fiche et ses réseaux d'où ils venaient, ou réinstallez Tidemark.</translation>
        </message>
        <message>
            <source>Copy the network itself into {parent}.</source>
            <translation>Copiez le réseau lui-même dans {parent}.</translation>
        </message>
        <message>
            <source>Copy {name} into {parent}, or install Tidemark again.</source>
            <translation>Copiez {name} dans {parent}, ou réinstallez Tidemark.</translation>
        </message>
        <message>
            <source>Correct --connectivity.</source>
            <translation>Corrigez la connexité.</translation>
        </message>
        <message>
            <source>Correct --minimum-area (in QGIS: 'Least area').</source>
            <translation>Corrigez 'Surface minimale'.</translation>
        </message>
        <message>
            <source>Correct --reference-threshold (in QGIS: 'Reference water from').</source>
            <translation>Corrigez 'Eau de référence dès'.</translation>
        </message>
        <message>
            <source>Correct --threads (in QGIS: 'CPU threads').</source>
            <translation>Corrigez 'Threads CPU'.</translation>
        </message>
        <message>
            <source>Correct --wind (in QGIS: 'Wind').</source>
            <translation>Corrigez 'Vent'.</translation>
        </message>
        <message>
            <source>Correct it.</source>
            <translation>Corrigez-le.</translation>
        </message>
        <message>
            <source>Correct the extent.</source>
            <translation>Corrigez l'emprise.</translation>
        </message>
        <message>
            <source>Dark features are looked for at sea.</source>
            <translation>Les zones sombres se cherchent en mer.</translation>
        </message>
        <message>
            <source>Dark features at sea are looked for in VV, or in HH; the sea of other polarisations lies at the radar's noise.</source>
            <translation>Les zones sombres en mer se cherchent en VV, ou en HH ; la mer des autres polarisations est au niveau du bruit du radar.</translation>
        </message>
        <message>
            <source>Degrees from 0 to 90 are needed; this may be {unit}.</source>
            <translation>Il faut des degrés de 0 à 90 ; ceci est peut-être {unit}.</translation>
        </message>
        <message>
            <source>Depth of {hectares_in_words}: {mean_m} m in the mean, {largest_m} m at most, {volume} of water; no depth of {hectares_in_words2}; not observed: {not_observed_percent} % of the image.</source>
            <translation>Hauteur d'eau de {hectares_in_words} : {mean_m} m en moyenne, {largest_m} m au plus, {volume} d'eau ; pas de hauteur pour {hectares_in_words2} ; non observé : {not_observed_percent} % de l'image.</translation>
        </message>
        <message>
            <source>Depths are written to a .tif.</source>
            <translation>Les hauteurs d'eau s'écrivent dans un .tif.</translation>
        </message>
        <message>
            <source>Depths can be told of water and floods.</source>
            <translation>Les hauteurs d'eau se donnent pour l'eau et les inondations.</translation>
        </message>
        <message>
            <source>Detected change in {share} of the {pixels}</source>
            <translation>Changement détecté dans {share} des {pixels}</translation>
        </message>
        <message>
            <source>Detected change {area} ({looked_at})</source>
            <translation>Changement détecté : {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Detected flood in {share} of the {pixels}</source>
            <translation>Inondation détectée dans {share} des {pixels}</translation>
        </message>
        <message>
            <source>Detected flood {area} ({looked_at})</source>
            <translation>Inondation détectée : {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Detected possible oil / dark features in {share} of the {pixels}</source>
            <translation>Hydrocarbures possibles / zones sombres détectés dans {share} des {pixels}</translation>
        </message>
        <message>
            <source>Detected possible oil / dark features {area} ({looked_at})</source>
            <translation>Hydrocarbures possibles / zones sombres détectés : {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Detected water in {share} of the {pixels}</source>
            <translation>Eau détectée dans {share} des {pixels}</translation>
        </message>
        <message>
            <source>Detected water {area} ({looked_at})</source>
            <translation>Eau détectée : {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Display values (8 bit): dark is meant in local standard deviations, a relative measure.</source>
            <translation>Valeurs d'affichage (8 bits) : sombre s'entend en écarts-types locaux, une mesure relative.</translation>
        </message>
        <message>
            <source>Display values (8 bit): the image before was given the histogram of the image, and increase and decrease are relative.</source>
            <translation>Valeurs d'affichage (8 bits) : l'image antérieure a reçu l'histogramme de l'image, et augmentation et diminution sont relatives.</translation>
        </message>
        <message>
            <source>Download it first.</source>
            <translation>Téléchargez-le d'abord.</translation>
        </message>
        <message>
            <source>Download the GRD product of the same acquisition.</source>
            <translation>Téléchargez le produit GRD de la même acquisition.</translation>
        </message>
        <message>
            <source>Download the product again, and compare its size with the portal's.</source>
            <translation>Téléchargez à nouveau le produit, et comparez sa taille à celle du portail.</translation>
        </message>
        <message>
            <source>Download the product again.</source>
            <translation>Téléchargez à nouveau le produit.</translation>
        </message>
        <message>
            <source>Download the values themselves (32-bit floating point, no visualisation).</source>
            <translation>Téléchargez les valeurs elles-mêmes (32 bits flottants, sans visualisation).</translation>
        </message>
        <message>
            <source>Download the whole product again, or give a calibrated, terrain-corrected image of it.</source>
            <translation>Téléchargez à nouveau le produit entier, ou donnez-en une image étalonnée et corrigée du terrain.</translation>
        </message>
        <message>
            <source>Download the whole product again.</source>
            <translation>Téléchargez à nouveau le produit entier.</translation>
        </message>
        <message>
            <source>Download what it refers to first.</source>
            <translation>Téléchargez d'abord ce à quoi il renvoie.</translation>
        </message>
        <message>
            <source>Drag the file into QGIS and choose the layers. QGIS 3.40 takes colours and legend from the file by itself.</source>
            <translation>Glissez le fichier dans QGIS et choisissez les couches. QGIS 3.40 prend de lui-même couleurs et légende dans le fichier.</translation>
        </message>
        <message>
            <source>Drag {files} into QGIS (3.22 or newer). Colours and legend come by themselves, from the .qml file beside it.</source>
            <translation>Glissez {files} dans QGIS (3.22 ou plus récent). Couleurs et légende viennent d'elles-mêmes, du fichier .qml à côté.</translation>
        </message>
        <message>
            <source>Each needs one.</source>
            <translation>Chacune en demande un.</translation>
        </message>
        <message>
            <source>Each polarisation has a band of its own.</source>
            <translation>Chaque polarisation a sa propre bande.</translation>
        </message>
        <message>
            <source>Each polarisation is needed once.</source>
            <translation>Chaque polarisation est nécessaire une fois.</translation>
        </message>
        <message>
            <source>Each result needs a name of its own.</source>
            <translation>Chaque résultat a besoin de son propre nom.</translation>
        </message>
        <message>
            <source>Every feature is laid over the map's pixels exactly: a house smaller than a pixel counts with the part of the pixel that it covers. Lengths and areas are those on the WGS 84 ellipsoid. A feature counts in every class that it touches; people are shared out by area.</source>
            <translation>Chaque entité est superposée exactement aux pixels de la carte : une maison plus petite qu'un pixel compte pour la part du pixel qu'elle couvre. Longueurs et surfaces sont celles de l'ellipsoïde WGS 84. Une entité compte dans chaque classe qu'elle touche ; les personnes sont réparties par surface.</translation>
        </message>
        <message>
            <source>Every other GIS opens the .tif files as well (GeoTIFF); the .sld files have the colours.</source>
            <translation>Tout autre SIG ouvre aussi les fichiers .tif (GeoTIFF) ; les fichiers .sld ont les couleurs.</translation>
        </message>
        <message>
            <source>Every sampled pixel has the same value: the image is constant.</source>
            <translation>Tous les pixels de l'échantillon ont la même valeur : l'image est constante.</translation>
        </message>
        <message>
            <source>Features below {size} were left out ({all_of_them} in all); the probability raster shows them.</source>
            <translation>Les zones sombres de moins de {size} ont été laissées de côté ({all_of_them} en tout) ; le raster de probabilité les montre.</translation>
        </message>
        <message>
            <source>File systems take {longest} bytes.</source>
            <translation>Les systèmes de fichiers acceptent {longest} octets.</translation>
        </message>
        <message>
            <source>Flood between two radar dates, with or without optical images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For floods, give its bands as the optical image.</source>
            <translation>Pour les inondations, donnez ses bandes comme image optique.</translation>
        </message>
        <message>
            <source>For oil, a model looks at one band.</source>
            <translation>Pour les hydrocarbures, un modèle regarde une bande.</translation>
        </message>
        <message>
            <source>Free some space or choose another folder, and run again.</source>
            <translation>Libérez de la place ou choisissez un autre dossier, et relancez.</translation>
        </message>
        <message>
            <source>Free some space or choose another folder; what is done stays done.</source>
            <translation>Libérez de la place ou choisissez un autre dossier ; ce qui est fait reste fait.</translation>
        </message>
        <message>
            <source>Free some space, choose another folder, a larger pixel or an extent.</source>
            <translation>Libérez de la place, choisissez un autre dossier, un pixel plus grand ou une emprise.</translation>
        </message>
        <message>
            <source>Georeference both, or cut both to the same pixels.</source>
            <translation>Géoréférencez les deux, ou découpez les deux aux mêmes pixels.</translation>
        </message>
        <message>
            <source>Georeference both.</source>
            <translation>Géoréférencez les deux.</translation>
        </message>
        <message>
            <source>Georeference it anew (gdal_edit.py -a_ullr …).</source>
            <translation>Géoréférencez-la à nouveau (gdal_edit.py -a_ullr …).</translation>
        </message>
        <message>
            <source>Georeference the image first and map it again.</source>
            <translation>Géoréférencez d'abord l'image et cartographiez-la à nouveau.</translation>
        </message>
        <message>
            <source>Georeference the image.</source>
            <translation>Géoréférencez l'image.</translation>
        </message>
        <message>
            <source>Give a DEM of the whole product, or add the geoid to it.</source>
            <translation>Donnez un MNT de tout le produit, ou ajoutez-lui le géoïde.</translation>
        </message>
        <message>
            <source>Give a folder as the output instead of a GeoPackage.</source>
            <translation>Donnez un dossier comme sortie au lieu d'un GeoPackage.</translation>
        </message>
        <message>
            <source>Give a folder or such a list; for one image there is tidemark detect.</source>
            <translation>Donnez un dossier ou une telle liste ; une seule image a ses propres algorithmes.</translation>
        </message>
        <message>
            <source>Give a map whose files are PREFIX_class.tif, PREFIX_run.json and so on.</source>
            <translation>Donnez une carte dont les fichiers s'appellent PREFIX_class.tif, PREFIX_run.json, etc.</translation>
        </message>
        <message>
            <source>Give a smaller one.</source>
            <translation>Donnez-en un plus petit.</translation>
        </message>
        <message>
            <source>Give e.g. --classes 1.</source>
            <translation>Donnez p. ex. 1.</translation>
        </message>
        <message>
            <source>Give e.g. 0.5 for --threshold (in QGIS: 'Threshold').</source>
            <translation>Donnez p. ex. 0.5 dans 'Seuil'.</translation>
        </message>
        <message>
            <source>Give e.g. 0.5,0.75,1 for --scales (in QGIS: 'Scales').</source>
            <translation>Donnez p. ex. 0.5,0.75,1 dans 'Échelles'.</translation>
        </message>
        <message>
            <source>Give e.g. EMSR728 for --event (in QGIS: 'Event') and AOI01 for --aoi (in QGIS: 'Area of interest').</source>
            <translation>Donnez p. ex. EMSR728 dans 'Événement' et AOI01 dans 'Zone d'intérêt'.</translation>
        </message>
        <message>
            <source>Give e.g. flood.</source>
            <translation>Donnez p. ex. flood.</translation>
        </message>
        <message>
            <source>Give e.g. flood.gpkg.</source>
            <translation>Donnez p. ex. flood.gpkg.</translation>
        </message>
        <message>
            <source>Give e.g. flood_depth.tif.</source>
            <translation>Donnez p. ex. flood_depth.tif.</translation>
        </message>
        <message>
            <source>Give e.g. flood_exposure.gpkg.</source>
            <translation>Donnez p. ex. flood_exposure.gpkg.</translation>
        </message>
        <message>
            <source>Give e.g. look.png.</source>
            <translation>Donnez p. ex. look.png.</translation>
        </message>
        <message>
            <source>Give e.g. scene.tif.</source>
            <translation>Donnez p. ex. scene.tif.</translation>
        </message>
        <message>
            <source>Give e.g. the occurrence layer of JRC Global Surface Water, or make 0 and 1 of the classes of water first.</source>
            <translation>Donnez p. ex. la couche occurrence de JRC Global Surface Water, ou faites d'abord 0 et 1 des classes d'eau.</translation>
        </message>
        <message>
            <source>Give e.g. the occurrence layer of JRC Global Surface Water.</source>
            <translation>Donnez p. ex. la couche occurrence de JRC Global Surface Water.</translation>
        </message>
        <message>
            <source>Give e.g. zones.csv.</source>
            <translation>Donnez p. ex. zones.csv.</translation>
        </message>
        <message>
            <source>Give it another name.</source>
            <translation>Donnez-lui un autre nom.</translation>
        </message>
        <message>
            <source>Give it like EPSG:32633, or leave it out for UTM.</source>
            <translation>Donnez-le comme EPSG:32633, ou laissez vide pour UTM.</translation>
        </message>
        <message>
            <source>Give none, or one each.</source>
            <translation>N'en donnez aucun, ou un pour chacune.</translation>
        </message>
        <message>
            <source>Give one kind only.</source>
            <translation>Donnez-en d'un seul type.</translation>
        </message>
        <message>
            <source>Give the file PREFIX_class.tif that a run has written.</source>
            <translation>Donnez le fichier PREFIX_class.tif qu'une exécution a écrit.</translation>
        </message>
        <message>
            <source>Give the file PREFIX_probability.tif that a run has written.</source>
            <translation>Donnez le fichier PREFIX_probability.tif qu'une exécution a écrit.</translation>
        </message>
        <message>
            <source>Give the image's file, or use tidemark batch.</source>
            <translation>Donnez le fichier de l'image, ou utilisez 'Cartographier plusieurs scènes'.</translation>
        </message>
        <message>
            <source>Give the image's file.</source>
            <translation>Donnez le fichier de l'image.</translation>
        </message>
        <message>
            <source>Give the newer one too (--optical; in QGIS: 'Optical image'), or leave both out.</source>
            <translation>Donnez aussi la plus récente ('Image optique'), ou n'en donnez aucune.</translation>
        </message>
        <message>
            <source>Give the older one too (--optical-before; in QGIS: 'Optical image before'), or leave the optical image out.</source>
            <translation>Donnez aussi la plus ancienne ('Image optique antérieure'), ou laissez l'image optique de côté.</translation>
        </message>
        <message>
            <source>Give the older one with --before (in QGIS: 'Image before'), or choose another model.</source>
            <translation>Donnez la plus ancienne dans 'Image antérieure', ou choisissez un autre modèle.</translation>
        </message>
        <message>
            <source>Give the older one with --before (in QGIS: 'Image before').</source>
            <translation>Donnez la plus ancienne dans 'Image antérieure'.</translation>
        </message>
        <message>
            <source>Give the older radar image with --before (in QGIS: 'Image before the flood'), or leave the optical images out.</source>
            <translation>Donnez l'image radar plus ancienne dans 'Image avant l'inondation', ou laissez les images optiques.</translation>
        </message>
        <message>
            <source>Give the one you need by its full name, e.g. {inside}.</source>
            <translation>Donnez celle qu'il vous faut par son nom complet, p. ex. {inside}.</translation>
        </message>
        <message>
            <source>Give the two files of the same run.</source>
            <translation>Donnez les deux fichiers d'une même exécution.</translation>
        </message>
        <message>
            <source>Give them one by one, or as the image and the image before.</source>
            <translation>Donnez-les un à un, ou comme image et image antérieure.</translation>
        </message>
        <message>
            <source>Give those of VV and VH, e.g. Sigma0_VV.img and Sigma0_VH.img.</source>
            <translation>Donnez ceux de VV et VH, p. ex. Sigma0_VV.img et Sigma0_VH.img.</translation>
        </message>
        <message>
            <source>Give {noun} with {for_both}, or leave {for_both2} out.</source>
            <translation>Donnez {noun} avec {for_both}, ou laissez {for_both2}.</translation>
        </message>
        <message>
            <source>Hectares and positions need one.</source>
            <translation>Les hectares et les positions en demandent un.</translation>
        </message>
        <message>
            <source>Heights above the ellipsoid are needed.</source>
            <translation>Il faut des hauteurs au-dessus de l'ellipsoïde.</translation>
        </message>
        <message>
            <source>Heights along the flood's edge scatter by {noise_m} m: depths below that are uncertain, and the ground was smoothed over 3 x 3 pixels.</source>
            <translation>Les altitudes le long du bord de l'inondation se dispersent de {noise_m} m : les hauteurs d'eau en dessous sont incertaines, et le sol a été lissé sur 3 x 3 pixels.</translation>
        </message>
        <message>
            <source>Heights in metres are needed.</source>
            <translation>Il faut des altitudes en mètres.</translation>
        </message>
        <message>
            <source>Heights in metres lie between {lowest_m} and {highest_m}.</source>
            <translation>Les altitudes en mètres sont entre {lowest_m} et {highest_m}.</translation>
        </message>
        <message>
            <source>If it is radar, name its bands with {bands_option}; else choose a radar image.</source>
            <translation>Si c'est du radar, nommez ses bandes dans {bands_option} ; sinon choisissez une image radar.</translation>
        </message>
        <message>
            <source>If that value means no data, declare it in the file (in QGIS: 'No data' in the layer's properties), and run again.</source>
            <translation>Si cette valeur signifie l'absence de données, déclarez-la dans le fichier (dans QGIS : « Aucune donnée » dans les propriétés de la couche) et relancez.</translation>
        </message>
        <message>
            <source>If zeros mean no data, say so (--zeros nodata; in QGIS: 'Zeros are'), and run again.</source>
            <translation>Si les zéros signifient sans données, dites-le dans 'Les zéros sont' et relancez.</translation>
        </message>
        <message>
            <source>Images are written to a .tif.</source>
            <translation>Les images s'écrivent dans un .tif.</translation>
        </message>
        <message>
            <source>Images of products are kept there.</source>
            <translation>Les images des produits y sont gardées.</translation>
        </message>
        <message>
            <source>In a folder, images with the endings {join} count; in a list, each line is one.</source>
            <translation>Dans un dossier comptent les images qui finissent par {join} ; dans une liste, chaque ligne en est une.</translation>
        </message>
        <message>
            <source>In the image before: {text}</source>
            <translation>Dans l'image antérieure : {text}</translation>
        </message>
        <message>
            <source>Install Tidemark again, or give another model.</source>
            <translation>Réinstallez Tidemark, ou donnez un autre modèle.</translation>
        </message>
        <message>
            <source>Install the engine (panel 'Install engine').</source>
            <translation>Installez le moteur (panneau 'Installer le moteur').</translation>
        </message>
        <message>
            <source>Install the engine again (in QGIS: panel 'Install engine'; else: pip install {join}).</source>
            <translation>Réinstallez le moteur (panneau 'Installer le moteur' ; sinon : pip install {join}).</translation>
        </message>
        <message>
            <source>Install the engine again (pip install {split}; in QGIS: panel 'Install engine').</source>
            <translation>Réinstallez le moteur (panneau 'Installer le moteur' ; sinon : pip install {split}).</translation>
        </message>
        <message>
            <source>Installed models: {names}.</source>
            <translation>Modèles installés : {names}.</translation>
        </message>
        <message>
            <source>It covers {join} in {to_string}, in longitude and latitude {min}, {min2}, {max}, {max2}.</source>
            <translation>Il couvre {join} en {to_string}, en longitude et latitude {min}, {min2}, {max}, {max2}.</translation>
        </message>
        <message>
            <source>It is 0 or more, in hectares (1 km² is 100 ha).</source>
            <translation>Elle est de 0 ou plus, en hectares (1 km² fait 100 ha).</translation>
        </message>
        <message>
            <source>It is XMIN,YMIN,XMAX,YMAX with XMIN &lt; XMAX and YMIN &lt; YMAX.</source>
            <translation>C'est XMIN,YMIN,XMAX,YMAX avec XMIN &lt; XMAX et YMIN &lt; YMAX.</translation>
        </message>
        <message>
            <source>It is a probability from 0.01 to 1, in steps of 0.01.</source>
            <translation>C'est une probabilité de 0.01 à 1, par pas de 0.01.</translation>
        </message>
        <message>
            <source>It is a size of 0 or more.</source>
            <translation>C'est une taille de 0 ou plus.</translation>
        </message>
        <message>
            <source>It is a value of the raster, from 0 to 100.</source>
            <translation>C'est une valeur du raster, de 0 à 100.</translation>
        </message>
        <message>
            <source>It is damaged, or made for a newer ONNX Runtime.</source>
            <translation>Il est endommagé, ou fait pour un ONNX Runtime plus récent.</translation>
        </message>
        <message>
            <source>It is damaged, or something else.</source>
            <translation>Il est endommagé, ou c'est autre chose.</translation>
        </message>
        <message>
            <source>It is given in the image's own coordinate reference system.</source>
            <translation>Elle se donne dans le système de coordonnées de l'image elle-même.</translation>
        </message>
        <message>
            <source>It is one of {join}.</source>
            <translation>C'est l'un de {join}.</translation>
        </message>
        <message>
            <source>It lies between 0 and 40 m/s (1 knot is 0.51 m/s).</source>
            <translation>Il est entre 0 et 40 m/s (1 nœud vaut 0,51 m/s).</translation>
        </message>
        <message>
            <source>It lies between 1 and {largest_pixel_m} m.</source>
            <translation>Il est entre 1 et {largest_pixel_m} m.</translation>
        </message>
        <message>
            <source>It may have been removed or moved while it was in use; nothing was written.</source>
            <translation>Il a peut-être été supprimé ou déplacé pendant qu'il servait ; rien n'a été écrit.</translation>
        </message>
        <message>
            <source>It must cover the image.</source>
            <translation>Il doit couvrir l'image.</translation>
        </message>
        <message>
            <source>It must say where it lies.</source>
            <translation>Il doit dire où il se trouve.</translation>
        </message>
        <message>
            <source>It needs points, lines or polygons.</source>
            <translation>Il faut des points, des lignes ou des polygones.</translation>
        </message>
        <message>
            <source>It returns a value from 0 to 1 for each pixel of its input.</source>
            <translation>Il rend une valeur de 0 à 1 pour chaque pixel de son entrée.</translation>
        </message>
        <message>
            <source>It should be whole XML.</source>
            <translation>Ce devrait être du XML entier.</translation>
        </message>
        <message>
            <source>It stands beside radar images of both dates.</source>
            <translation>Elle accompagne des images radar des deux dates.</translation>
        </message>
        <message>
            <source>It tells decrease from increase.</source>
            <translation>Il distingue diminution et augmentation.</translation>
        </message>
        <message>
            <source>It tells water that is always there from the flood.</source>
            <translation>Il distingue de l'inondation l'eau qui est toujours là.</translation>
        </message>
        <message>
            <source>It tells what the map shows and which images it was made of.</source>
            <translation>Il dit ce que montre la carte et de quelles images elle est faite.</translation>
        </message>
        <message>
            <source>Its annotation says {samples} x {lines} of uint16.</source>
            <translation>Son annotation dit {samples} x {lines} en uint16.</translation>
        </message>
        <message>
            <source>Its card says: inputs {wanted}, {join}; one output 'probability'.</source>
            <translation>Sa fiche dit : entrées {wanted}, {join} ; une sortie 'probability'.</translation>
        </message>
        <message>
            <source>Its methods are {join}.</source>
            <translation>Ses méthodes sont {join}.</translation>
        </message>
        <message>
            <source>Its polygons have to overlap the image.</source>
            <translation>Ses polygones doivent recouvrir l'image.</translation>
        </message>
        <message>
            <source>Layers of buildings, roads, places or land use are needed, or a population raster.</source>
            <translation>Il faut des couches de bâtiments, de routes, de lieux ou d'occupation du sol, ou un raster de population.</translation>
        </message>
        <message>
            <source>Leave it out, or choose a task that compares (--task {comparing}; in QGIS: 'Task').</source>
            <translation>Laissez-la, ou choisissez une tâche qui compare ('Tâche' : {comparing}).</translation>
        </message>
        <message>
            <source>Leave it out.</source>
            <translation>Laissez-le.</translation>
        </message>
        <message>
            <source>Leave the model out, so that one with an optical input is taken, or leave the optical images out.</source>
            <translation>Laissez le modèle, pour qu'un modèle à entrée optique soit pris, ou laissez les images optiques.</translation>
        </message>
        <message>
            <source>Leave the optical images out, or give the path of a model card (.json) with an optical input.</source>
            <translation>Laissez les images optiques, ou donnez le chemin d'une fiche (.json) à entrée optique.</translation>
        </message>
        <message>
            <source>Leave them out (--bands, --scale; in QGIS: BANDS, 'Pixel values').</source>
            <translation>Ne les donnez pas (BANDS, 'Valeurs des pixels').</translation>
        </message>
        <message>
            <source>Leave them out.</source>
            <translation>Laissez-les.</translation>
        </message>
        <message>
            <source>Let it be replaced with --overwrite (in QGIS: 'Do again what is done'), choose another folder for the results, or move that one away.</source>
            <translation>Laissez-la remplacer ('Refaire ce qui est fait'), choisissez un autre dossier pour les résultats, ou déplacez celui-là.</translation>
        </message>
        <message>
            <source>Letters, digits and hyphens can.</source>
            <translation>Les lettres, les chiffres et les traits d'union le peuvent.</translation>
        </message>
        <message>
            <source>Log in and download it again.</source>
            <translation>Connectez-vous et téléchargez-le de nouveau.</translation>
        </message>
        <message>
            <source>Make it, or choose another.</source>
            <translation>Créez-le, ou choisissez-en un autre.</translation>
        </message>
        <message>
            <source>Make the estimate again.</source>
            <translation>Refaites l'estimation.</translation>
        </message>
        <message>
            <source>Make the map again, or look for the file.</source>
            <translation>Refaites la carte, ou cherchez le fichier.</translation>
        </message>
        <message>
            <source>Make the map again, or take the record that was written with it.</source>
            <translation>Refaites la carte, ou prenez le compte rendu qui a été écrit avec elle.</translation>
        </message>
        <message>
            <source>Metres are needed.</source>
            <translation>Il faut des mètres.</translation>
        </message>
        <message>
            <source>Most of the flood has no depth. {name} or the map's edge tells too little.</source>
            <translation>La plus grande part de l'inondation n'a pas de hauteur d'eau. {name} ou le bord de la carte en disent trop peu.</translation>
        </message>
        <message>
            <source>Move it away, or choose another folder.</source>
            <translation>Déplacez-le ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>No annotation of Sentinel-1 does.</source>
            <translation>Aucune annotation de Sentinel-1 ne le fait.</translation>
        </message>
        <message>
            <source>No depth can be told of any body of water: of the largest one, {reasons}.</source>
            <translation>La hauteur d'aucun plan d'eau ne peut être donnée : du plus grand, {reasons}.</translation>
        </message>
        <message>
            <source>No depth of {hectares_in_words}: {reasons}.</source>
            <translation>Pas de hauteur d'eau pour {hectares_in_words} : {reasons}.</translation>
        </message>
        <message>
            <source>No georeference: hectares cannot be given.</source>
            <translation>Pas de géoréférencement : les hectares ne peuvent pas être donnés.</translation>
        </message>
        <message>
            <source>No land was given (--land; in QGIS: 'Land'): dark land, lakes and the radar's shadow at a steep coast may pass for features.</source>
            <translation>Aucune terre n'a été donnée ('Terre') : la terre sombre, les lacs et l'ombre radar d'une côte raide peuvent passer pour des nappes.</translation>
        </message>
        <message>
            <source>No model for the task '{task}' is installed.</source>
            <translation>Aucun modèle pour la tâche '{task}' n'est installé.</translation>
        </message>
        <message>
            <source>No model for the task '{task}' that takes an optical image is installed.</source>
            <translation>Aucun modèle pour la tâche '{task}' qui prend une image optique n'est installé.</translation>
        </message>
        <message>
            <source>No pixel of the sampled image holds an observation: all are nodata.</source>
            <translation>Aucun pixel de l'échantillon de l'image ne contient d'observation : tous sont sans données.</translation>
        </message>
        <message>
            <source>No polygon of {name} lies on the map: nothing was left out on its account.</source>
            <translation>Aucun polygone de {name} n'est sur la carte : rien n'a été exclu à ce titre.</translation>
        </message>
        <message>
            <source>No polygons: nothing was detected, or only pieces below the minimum ({area}).</source>
            <translation>Aucun polygone : rien n'a été détecté, ou seulement des morceaux sous le minimum ({area}).</translation>
        </message>
        <message>
            <source>No product is given.</source>
            <translation>Aucun produit n'est donné.</translation>
        </message>
        <message>
            <source>No record tells where {name} shows possible water: it is not told from dry ground here.</source>
            <translation>Aucun journal ne dit où {name} montre de l'eau possible : elle n'est pas distinguée du sol sec ici.</translation>
        </message>
        <message>
            <source>No sampled pixel of the image is observed sea: all are land or nodata.</source>
            <translation>Aucun pixel de l'échantillon n'est de la mer observée : tous sont terre ou sans données.</translation>
        </message>
        <message>
            <source>No style was written: {stem}.qml beside it is a raster's. Choose another name to get one.</source>
            <translation>Aucun style n'a été écrit : {stem}.qml à côté est celui d'un raster. Choisissez un autre nom pour en avoir un.</translation>
        </message>
        <message>
            <source>No wind speed was given: no feature is rated with high confidence (--wind; in QGIS: 'Wind').</source>
            <translation>La vitesse du vent n'a pas été donnée : aucune zone sombre n'a une confiance élevée ('Vent').</translation>
        </message>
        <message>
            <source>Nothing is given that could be affected.</source>
            <translation>Rien n'est donné qui puisse être touché.</translation>
        </message>
        <message>
            <source>Nothing tells of the run that made {name}: it has no tags, and no run record lies beside it.</source>
            <translation>Rien ne dit quelle exécution a fait {name} : il n'a pas d'étiquettes, et aucun compte rendu n'est à côté.</translation>
        </message>
        <message>
            <source>Of an earlier map, or of another one, and so not in the package: {names}.</source>
            <translation>D'une carte antérieure ou d'une autre carte, donc absents du paquet : {names}.</translation>
        </message>
        <message>
            <source>Of the image and {name}, one has no georeference and the other one has.</source>
            <translation>De l'image et de {name}, l'une n'est pas géoréférencée et l'autre l'est.</translation>
        </message>
        <message>
            <source>Of {name} no sampled pixel is an observation: what its values would mean in decibels no radar measures.</source>
            <translation>De {name}, aucun pixel de l'échantillon n'est une observation : ce que ses valeurs voudraient dire en décibels, aucun radar ne le mesure.</translation>
        </message>
        <message>
            <source>On the map no value of {name} reaches {threshold} (the largest is {largest}): it made nothing reference water.</source>
            <translation>Sur la carte, aucune valeur de {name} n'atteint {threshold} (la plus grande est {largest}) : il n'a rien fait eau de référence.</translation>
        </message>
        <message>
            <source>One date, and no knowledge of where water usually is: this map shows water, not flood.</source>
            <translation>Une date, et rien qui dise où l'eau se trouve d'habitude : cette carte montre l'eau, pas l'inondation.</translation>
        </message>
        <message>
            <source>One is needed.</source>
            <translation>Il en faut une.</translation>
        </message>
        <message>
            <source>One of each date is needed.</source>
            <translation>Il en faut une de chaque date.</translation>
        </message>
        <message>
            <source>One of the two images holds display values (8 bit), the other one backscatter.</source>
            <translation>L'une des deux images a des valeurs d'affichage (8 bits), l'autre de la rétrodiffusion.</translation>
        </message>
        <message>
            <source>Only a network does.</source>
            <translation>Seul un réseau le fait.</translation>
        </message>
        <message>
            <source>Only a network with an optical input does.</source>
            <translation>Seul un réseau à entrée optique le fait.</translation>
        </message>
        <message>
            <source>Only results of Tidemark are replaced.</source>
            <translation>Seuls des résultats de Tidemark sont remplacés.</translation>
        </message>
        <message>
            <source>Only the task {listed} does.</source>
            <translation>Seule la tâche {listed} le fait.</translation>
        </message>
        <message>
            <source>Only the tasks {listed} do.</source>
            <translation>Seules les tâches {listed} le font.</translation>
        </message>
        <message>
            <source>Only {observed} of the pixels were observed.</source>
            <translation>Seuls {observed} des pixels ont été observés.</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date</source>
            <translation>Eau libre et possible en Sentinel-1 VV et VH, une date</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date, 8 bits</source>
            <translation>Eau libre et possible en Sentinel-1 VV et VH, une date, 8 bits</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date, finer</source>
            <translation>Eau libre et possible en Sentinel-1 VV et VH, une date, plus fin</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date, finer, 8 bits</source>
            <translation>Eau libre et possible en Sentinel-1 VV et VH, une date, plus fin, 8 bits</translation>
        </message>
        <message>
            <source>Optical imagery could not be used.</source>
            <translation>L'imagerie optique n'a pas pu servir.</translation>
        </message>
        <message>
            <source>Optical imagery was used for all of the observed area.</source>
            <translation>L'imagerie optique a servi pour toute la surface observée.</translation>
        </message>
        <message>
            <source>Optical imagery was used for {used} % of the observed area.</source>
            <translation>L'imagerie optique a servi pour {used} % de la surface observée.</translation>
        </message>
        <message>
            <source>Outside the validated domain: half of {band} lies below {median} dB; in training it was {low} to {high} dB.</source>
            <translation>Hors du domaine validé : la moitié de {band} est en dessous de {median} dB ; à l'entraînement c'était {low} à {high} dB.</translation>
        </message>
        <message>
            <source>Outside the validated domain: the pixels are finer than 5 m or coarser than 30 m.</source>
            <translation>Hors du domaine validé : les pixels sont plus fins que 5 m ou plus grossiers que 30 m.</translation>
        </message>
        <message>
            <source>Pixels are {across} x {down} m on the ground; the network saw the image resampled to its own pixel size.</source>
            <translation>Les pixels font {across} x {down} m au sol ; le réseau a vu l'image rééchantillonnée à sa propre taille de pixel.</translation>
        </message>
        <message>
            <source>Placed on the heights of the product's own grid, some 15 km apart: in hills ground is off by up to {off} m. Heights (--dem; in QGIS: 'Heights (DEM)') correct that.</source>
            <translation>Placée avec les altitudes de la grille du produit, espacées d'environ 15 km : en montagne le sol est décalé jusqu'à {off} m. Les altitudes ('Altitudes (MNT)') corrigent cela.</translation>
        </message>
        <message>
            <source>Placed on the heights of the product's own grid.</source>
            <translation>Placée avec les altitudes de la grille du produit.</translation>
        </message>
        <message>
            <source>Please report it with this message; another file or option may work.</source>
            <translation>Merci de le signaler avec ce message ; un autre fichier ou une autre option peut marcher.</translation>
        </message>
        <message>
            <source>Plugin and engine must be of the same version: install Tidemark again.</source>
            <translation>L'extension et le moteur doivent être de la même version : réinstallez Tidemark.</translation>
        </message>
        <message>
            <source>Polygons and zones need {join}; mapping does not.</source>
            <translation>Les polygones et les zones demandent {join} ; cartographier, non.</translation>
        </message>
        <message>
            <source>Polygons are written to {join}.</source>
            <translation>Les polygones s'écrivent en {join}.</translation>
        </message>
        <message>
            <source>Polygons need one to be placed.</source>
            <translation>Les polygones en demandent un pour être placés.</translation>
        </message>
        <message>
            <source>Possible oil on the sea from one radar band</source>
            <translation>Hydrocarbures possibles en mer, avec une bande radar</translation>
        </message>
        <message>
            <source>Power and amplitude look alike in this image, and its metadata does not say which it is.</source>
            <translation>Puissance et amplitude se ressemblent dans cette image, et ses métadonnées ne disent pas laquelle c'est.</translation>
        </message>
        <message>
            <source>Preparing the image needs up to {needed} GB there for a while.</source>
            <translation>Préparer l'image y demande jusqu'à {needed} Go pendant un moment.</translation>
        </message>
        <message>
            <source>Probabilities are 0 to 100 per cent.</source>
            <translation>Les probabilités vont de 0 à 100 pour cent.</translation>
        </message>
        <message>
            <source>Products that are given together are joined to one image.</source>
            <translation>Les produits donnés ensemble sont réunis en une image.</translation>
        </message>
        <message>
            <source>Put PREFIX_{run}.json back beside it, or run the detection again.</source>
            <translation>Remettez PREFIX_{run}.json à côté, ou relancez la détection.</translation>
        </message>
        <message>
            <source>Put it back, or make the VRT again.</source>
            <translation>Remettez-le, ou refaites le VRT.</translation>
        </message>
        <message>
            <source>Put it back, or run the detection again.</source>
            <translation>Remettez-le, ou relancez la détection.</translation>
        </message>
        <message>
            <source>QGIS 3.22 shows the rasters of a GeoPackage in plain grey (its polygons have their colours): there, take the package as a folder.</source>
            <translation>QGIS 3.22 montre en gris les rasters d'un GeoPackage (ses polygones ont leurs couleurs) : prenez-y le paquet en dossier.</translation>
        </message>
        <message>
            <source>Radar alone decided where the optical imagery is cloudy ({cloudy} %) or missing ({missing} %).</source>
            <translation>Le radar seul a décidé où l'imagerie optique est nuageuse ({cloudy} %) ou manque ({missing} %).</translation>
        </message>
        <message>
            <source>Reference water is given as 0 and 1, as months of water (0 to 12) or as occurrence in per cent (0 to 100).</source>
            <translation>L'eau de référence se donne en 0 et 1, en mois d'eau (0 à 12) ou en occurrence en pour cent (0 à 100).</translation>
        </message>
        <message>
            <source>Reference water is what the first run's threshold made of the image before: with a lower one now, shores may pass for flood.</source>
            <translation>L'eau de référence est celle que le seuil de la première exécution a donnée pour l'image antérieure : avec un seuil plus bas maintenant, les rives peuvent passer pour inondées.</translation>
        </message>
        <message>
            <source>Reference water was taken from {description}.</source>
            <translation>L'eau de référence vient de {description}.</translation>
        </message>
        <message>
            <source>Repair them (in QGIS: Fix geometries), or save them in the image's reference system.</source>
            <translation>Réparez-les (Réparer les géométries), ou enregistrez-les dans le système de coordonnées de l'image.</translation>
        </message>
        <message>
            <source>Results are not replaced unless you say so.</source>
            <translation>Les résultats ne sont remplacés que si vous le dites.</translation>
        </message>
        <message>
            <source>Results are written into a folder that is there.</source>
            <translation>Les résultats s'écrivent dans un dossier qui existe.</translation>
        </message>
        <message>
            <source>Results never take the place of what they are made of.</source>
            <translation>Les résultats ne prennent jamais la place de ce dont ils sont faits.</translation>
        </message>
        <message>
            <source>Run the detection again.</source>
            <translation>Relancez la détection.</translation>
        </message>
        <message>
            <source>Save them in the image's reference system, or in EPSG:4326.</source>
            <translation>Enregistrez-les dans le système de coordonnées de l'image, ou en EPSG:4326.</translation>
        </message>
        <message>
            <source>Say which band is which with --optical-bands, e.g. swir=1,nir=2,visible=3 (in QGIS: 'Optical bands').</source>
            <translation>Dites quelle bande est laquelle dans 'Bandes optiques', p. ex. swir=1,nir=2,visible=3.</translation>
        </message>
        <message>
            <source>Say which band is which with {bands_option}.</source>
            <translation>Dites quelle bande est laquelle dans {bands_option}.</translation>
        </message>
        <message>
            <source>Say which it is with --scale (in QGIS: the box 'Pixel values').</source>
            <translation>Dites laquelle dans 'Valeurs des pixels'.</translation>
        </message>
        <message>
            <source>Scales lie between 0.1 and 4 in steps such as 0.05.</source>
            <translation>Les échelles sont entre 0.1 et 4 par pas comme 0.05.</translation>
        </message>
        <message>
            <source>Set TIDEMARK_CACHE to a folder that can be written.</source>
            <translation>Donnez à TIDEMARK_CACHE un dossier où l'on peut écrire.</translation>
        </message>
        <message>
            <source>Set the image's coordinate reference system right (gdal_edit.py -a_srs, or Layer &gt; Set CRS and Save As in QGIS).</source>
            <translation>Corrigez le système de coordonnées de l'image (gdal_edit.py -a_srs, ou Couche, Définir le SCR, et Enregistrer sous).</translation>
        </message>
        <message>
            <source>So look downloads that broke off, and pages that ask for a login.</source>
            <translation>C'est l'aspect des téléchargements interrompus et des pages qui demandent de se connecter.</translation>
        </message>
        <message>
            <source>Some of the files are Sentinel-1 products, and some are not.</source>
            <translation>Certains des fichiers sont des produits Sentinel-1, d'autres non.</translation>
        </message>
        <message>
            <source>Statistics are written to a table (.csv) or a layer (.gpkg).</source>
            <translation>Les statistiques s'écrivent dans un tableau (.csv) ou une couche (.gpkg).</translation>
        </message>
        <message>
            <source>Terrain-correct it first (SNAP: Calibration, then Range-Doppler Terrain Correction), or order an RTC product.</source>
            <translation>Corrigez d'abord son terrain (SNAP : Calibration, puis Range-Doppler Terrain Correction), ou commandez un produit RTC.</translation>
        </message>
        <message>
            <source>That is no annotation.</source>
            <translation>Ce n'est pas une annotation.</translation>
        </message>
        <message>
            <source>That is no radar image.</source>
            <translation>Ce n'est pas une image radar.</translation>
        </message>
        <message>
            <source>The DEM has voids: {hectares_in_words} of the flood have no height and no depth.</source>
            <translation>Le MNT a des vides : {hectares_in_words} de l'inondation n'ont ni altitude ni hauteur d'eau.</translation>
        </message>
        <message>
            <source>The DEM holds none of the product's tie points, so what its heights count from cannot be found.</source>
            <translation>Le MNT ne contient aucun des points d'amer du produit, on ne peut donc pas trouver d'où comptent ses altitudes.</translation>
        </message>
        <message>
            <source>The DEM is damaged: a part of it cannot be read.</source>
            <translation>Le MNT est endommagé : une partie est illisible.</translation>
        </message>
        <message>
            <source>The DEM {path} cannot be brought onto the image's grid: {error}.</source>
            <translation>Le MNT {path} ne peut pas être mis sur la grille de l'image : {error}.</translation>
        </message>
        <message>
            <source>The DEM {path} has no coordinate reference system.</source>
            <translation>Le MNT {path} n'a pas de système de coordonnées.</translation>
        </message>
        <message>
            <source>The DEM {path} has no height where the image lies.</source>
            <translation>Le MNT {path} n'a pas d'altitude là où est l'image.</translation>
        </message>
        <message>
            <source>The DEM {path} has values from {low} to {high}.</source>
            <translation>Le MNT {path} a des valeurs de {low} à {high}.</translation>
        </message>
        <message>
            <source>The bands of one scene share size, position and coordinate reference system.</source>
            <translation>Les bandes d'une scène ont en commun taille, position et système de coordonnées.</translation>
        </message>
        <message>
            <source>The bands were given as {name}={number}.</source>
            <translation>Les bandes ont été données comme {name}={number}.</translation>
        </message>
        <message>
            <source>The class raster of the run does not lie beside {name}: what the run had left out is not left out here.</source>
            <translation>Le raster de classes de l'exécution n'est pas à côté de {name} : ce que l'exécution avait exclu ne l'est pas ici.</translation>
        </message>
        <message>
            <source>The connectivity is {connectivity}.</source>
            <translation>La connexité est {connectivity}.</translation>
        </message>
        <message>
            <source>The dark-spot rule compares with at least {least_window} of them.</source>
            <translation>La règle des taches sombres compare avec au moins {least_window} d'entre eux.</translation>
        </message>
        <message>
            <source>The device '{device}' did not start.</source>
            <translation>Le processeur '{device}' n'a pas démarré.</translation>
        </message>
        <message>
            <source>The device '{device}' was tried, but {why}; the CPU was used instead.</source>
            <translation>Le processeur '{device}' a été essayé, mais {why} ; le CPU a été utilisé à la place.</translation>
        </message>
        <message>
            <source>The disk may be full or gone. Nothing was left there.</source>
            <translation>Le disque est peut-être plein ou absent. Rien n'y est resté.</translation>
        </message>
        <message>
            <source>The disk of {folder} is full: {free} MB are free.</source>
            <translation>Le disque de {folder} est plein : {free} Mo sont libres.</translation>
        </message>
        <message>
            <source>The disk of {folder} is too full: {free} GB are free.</source>
            <translation>Le disque de {folder} est trop plein : {free} Go sont libres.</translation>
        </message>
        <message>
            <source>The engine needs Python 3.10 or newer with numpy, scipy, rasterio and onnxruntime.</source>
            <translation>Le moteur demande Python 3.10 ou plus récent avec numpy, scipy, rasterio et onnxruntime.</translation>
        </message>
        <message>
            <source>The engine needs Python 3.10 or newer.</source>
            <translation>Le moteur demande Python 3.10 ou plus récent.</translation>
        </message>
        <message>
            <source>The engine's environment lacks {join}.</source>
            <translation>Il manque {join} à l'environnement du moteur.</translation>
        </message>
        <message>
            <source>The engine's environment lacks {name}.</source>
            <translation>Il manque {name} à l'environnement du moteur.</translation>
        </message>
        <message>
            <source>The extent does not meet the product.</source>
            <translation>L'emprise ne touche pas le produit.</translation>
        </message>
        <message>
            <source>The extent {join} does not meet the product.</source>
            <translation>L'emprise {join} ne touche pas le produit.</translation>
        </message>
        <message>
            <source>The extent {join} is empty.</source>
            <translation>L'emprise {join} est vide.</translation>
        </message>
        <message>
            <source>The file may be cut.</source>
            <translation>Le fichier est peut-être coupé.</translation>
        </message>
        <message>
            <source>The folder for prepared images cannot be made: {error}.</source>
            <translation>Le dossier des images préparées ne peut pas être créé : {error}.</translation>
        </message>
        <message>
            <source>The folder must be writable and its disk must have space.</source>
            <translation>Le dossier doit être accessible en écriture et son disque avoir de la place.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be made: {strerror}.</source>
            <translation>Le dossier {folder} ne peut pas être créé : {strerror}.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be read: {strerror}.</source>
            <translation>Le dossier {folder} ne peut pas être lu : {strerror}.</translation>
        </message>
        <message>
            <source>The folder {folder} does not exist.</source>
            <translation>Le dossier {folder} n'existe pas.</translation>
        </message>
        <message>
            <source>The folder {folder} is not writable.</source>
            <translation>On ne peut pas écrire dans le dossier {folder}.</translation>
        </message>
        <message>
            <source>The heights of {name} are in '{unit}'.</source>
            <translation>Les altitudes de {name} sont en '{unit}'.</translation>
        </message>
        <message>
            <source>The heights of {name} are in feet.</source>
            <translation>Les altitudes de {name} sont en pieds.</translation>
        </message>
        <message>
            <source>The image and the image before are the same file: nothing can be new in it.</source>
            <translation>L'image et l'image antérieure sont le même fichier : rien ne peut y être nouveau.</translation>
        </message>
        <message>
            <source>The image and the image before have no observed pixel in common, as far as a sample shows.</source>
            <translation>L'image et l'image antérieure n'ont aucun pixel observé en commun, pour autant qu'un échantillon le montre.</translation>
        </message>
        <message>
            <source>The image and {name} do not overlap.</source>
            <translation>L'image et {name} ne se recouvrent pas.</translation>
        </message>
        <message>
            <source>The image and {name} have different sizes, and no georeference.</source>
            <translation>L'image et {name} ont des tailles différentes et ne sont pas géoréférencées.</translation>
        </message>
        <message>
            <source>The image does not lie within the coordinate reference system of {name} ({describe_crs}).</source>
            <translation>L'image n'est pas dans le système de coordonnées de {name} ({describe_crs}).</translation>
        </message>
        <message>
            <source>The image has no georeference.</source>
            <translation>L'image n'est pas géoréférencée.</translation>
        </message>
        <message>
            <source>The image has no georeference: it was mapped on its own pixels, taken as the model's size, and hectares are unknown.</source>
            <translation>L'image n'est pas géoréférencée : elle a été cartographiée sur ses propres pixels, pris à la taille du modèle, et les hectares sont inconnus.</translation>
        </message>
        <message>
            <source>The image has the bands {join}.</source>
            <translation>L'image a les bandes {join}.</translation>
        </message>
        <message>
            <source>The image has {bands}; this may be an optical image or a picture.</source>
            <translation>L'image a {bands} ; c'est peut-être une image optique ou une photo.</translation>
        </message>
        <message>
            <source>The image has {join}, the image before {join2}.</source>
            <translation>L'image a {join}, l'image antérieure {join2}.</translation>
        </message>
        <message>
            <source>The image has {join}.</source>
            <translation>L'image a {join}.</translation>
        </message>
        <message>
            <source>The image holds display values (8 bit), not backscatter.</source>
            <translation>L'image a des valeurs d'affichage (8 bits), pas de rétrodiffusion.</translation>
        </message>
        <message>
            <source>The image would have {right} x {top} pixels.</source>
            <translation>L'image aurait {right} x {top} pixels.</translation>
        </message>
        <message>
            <source>The image's coordinates lie nowhere on Earth in its coordinate reference system ({describe_crs}).</source>
            <translation>Les coordonnées de l'image ne sont nulle part sur Terre dans son système de coordonnées ({describe_crs}).</translation>
        </message>
        <message>
            <source>The images lie in the product's folder 'measurement'.</source>
            <translation>Les images sont dans le dossier 'measurement' du produit.</translation>
        </message>
        <message>
            <source>The images lie {shift} pixels (down) and {shift2} (across) off each other: edges may pass for change.</source>
            <translation>Les images sont décalées de {shift} pixels (vers le bas) et {shift2} (en travers) : les bords peuvent passer pour du changement.</translation>
        </message>
        <message>
            <source>The images were taken at different times of the day ({acquired}, {acquired2}), so from different tracks: slopes, woods and towns look different, and that may pass for change.</source>
            <translation>Les images ont été prises à des heures différentes ({acquired}, {acquired2}), donc d'orbites différentes : pentes, bois et villes se voient autrement, et cela peut passer pour du changement.</translation>
        </message>
        <message>
            <source>The images were taken from different directions ({pass_direction}, {pass_direction2}): slopes, woods and towns look different, and that may pass for change.</source>
            <translation>Les images ont été prises de directions différentes ({pass_direction}, {pass_direction2}) : pentes, bois et villes se voient autrement, et cela peut passer pour du changement.</translation>
        </message>
        <message>
            <source>The installed ONNX Runtime cannot use '{device}'; the CPU was used instead.</source>
            <translation>L'ONNX Runtime installé ne peut pas utiliser '{device}' ; le CPU a été utilisé à la place.</translation>
        </message>
        <message>
            <source>The job cannot be read: {error}.</source>
            <translation>Le travail est illisible : {error}.</translation>
        </message>
        <message>
            <source>The job names no image with the role '{role}'.</source>
            <translation>Le travail ne nomme pas d'image au rôle '{role}'.</translation>
        </message>
        <message>
            <source>The layer '{title}' of {name} holds no features.</source>
            <translation>La couche '{title}' de {name} ne contient pas d'entités.</translation>
        </message>
        <message>
            <source>The layers with their shares are written to .gpkg; .csv writes the table only.</source>
            <translation>Les couches avec leurs parts s'écrivent en .gpkg ; .csv n'écrit que le tableau.</translation>
        </message>
        <message>
            <source>The map lacks its file {path}.</source>
            <translation>Il manque à la carte son fichier {path}.</translation>
        </message>
        <message>
            <source>The map shows no flood.</source>
            <translation>La carte ne montre pas d'inondation.</translation>
        </message>
        <message>
            <source>The map shows water on one date, usual water included: below that, a DEM shows the water and not its ground.</source>
            <translation>La carte montre l'eau à une date, eau habituelle comprise : sous celle-ci un MNT montre l'eau et non son fond.</translation>
        </message>
        <message>
            <source>The memory ran out, and nothing was written.</source>
            <translation>La mémoire est épuisée, et rien n'a été écrit.</translation>
        </message>
        <message>
            <source>The metadata says decibels, but hardly any value is negative.</source>
            <translation>Les métadonnées disent décibels, mais presque aucune valeur n'est négative.</translation>
        </message>
        <message>
            <source>The metadata says decibels, but the pixels are 16-bit whole numbers without a sign: a picture stretched for display.</source>
            <translation>Les métadonnées disent décibels, mais les pixels sont des entiers de 16 bits sans signe : une image étirée pour l'affichage.</translation>
        </message>
        <message>
            <source>The metadata says {stated}, but then the middle of the bands is {words}.</source>
            <translation>Les métadonnées disent {stated}, mais alors le milieu des bandes est {words}.</translation>
        </message>
        <message>
            <source>The metadata says {stated}, but {negative} of the values are negative.</source>
            <translation>Les métadonnées disent {stated}, mais {negative} des valeurs sont négatives.</translation>
        </message>
        <message>
            <source>The method '{method}' cannot do the task '{task}'.</source>
            <translation>La méthode '{method}' ne peut pas faire la tâche '{task}'.</translation>
        </message>
        <message>
            <source>The method '{method}' does not ask for {names}.</source>
            <translation>La méthode '{method}' ne demande pas {names}.</translation>
        </message>
        <message>
            <source>The method '{method}' takes no optical image.</source>
            <translation>La méthode '{method}' ne prend pas d'image optique.</translation>
        </message>
        <message>
            <source>The model '{name}' compares optical images of two dates, and there is one.</source>
            <translation>Le modèle '{name}' compare des images optiques de deux dates, et il y en a une.</translation>
        </message>
        <message>
            <source>The model '{name}' compares two dates, and there is one image.</source>
            <translation>Le modèle '{name}' compare deux dates, et il y a une image.</translation>
        </message>
        <message>
            <source>The model '{name}' has a card, but its network {name2} is not beside it.</source>
            <translation>Le modèle '{name}' a une fiche, mais son réseau {name2} n'est pas à côté.</translation>
        </message>
        <message>
            <source>The model '{name}' looks at {join}.</source>
            <translation>Le modèle '{name}' regarde {join}.</translation>
        </message>
        <message>
            <source>The model '{name}' needs {join}.</source>
            <translation>Le modèle '{name}' demande {join}.</translation>
        </message>
        <message>
            <source>The model '{name}' sees radar only.</source>
            <translation>Le modèle '{name}' ne voit que le radar.</translation>
        </message>
        <message>
            <source>The model '{name}' serves the task '{task}', not '{task2}'.</source>
            <translation>Le modèle '{name}' sert à la tâche '{task}', pas à '{task2}'.</translation>
        </message>
        <message>
            <source>The model '{name}' was trained on {bands}; this image has {band}.</source>
            <translation>Le modèle '{name}' a été entraîné sur {bands} ; cette image a {band}.</translation>
        </message>
        <message>
            <source>The model card {name} cannot be read: {error}.</source>
            <translation>La fiche de modèle {name} est illisible : {error}.</translation>
        </message>
        <message>
            <source>The model card {name} is incomplete: {name2} {error}.</source>
            <translation>La fiche de modèle {name} est incomplète : {name2} {error}.</translation>
        </message>
        <message>
            <source>The model looks at {known}.</source>
            <translation>Le modèle regarde {known}.</translation>
        </message>
        <message>
            <source>The name of {name} or of its folder contains %, and the library that reads netCDF and HDF5 takes that for a command.</source>
            <translation>Le nom de {name} ou de son dossier contient %, et la bibliothèque qui lit netCDF et HDF5 prend cela pour une commande.</translation>
        </message>
        <message>
            <source>The name {basename} is too long.</source>
            <translation>Le nom {basename} est trop long.</translation>
        </message>
        <message>
            <source>The network {name} cannot be read as an ONNX file.</source>
            <translation>Le réseau {name} ne se lit pas comme fichier ONNX.</translation>
        </message>
        <message>
            <source>The network {name} failed: {error}.</source>
            <translation>Le réseau {name} a échoué : {error}.</translation>
        </message>
        <message>
            <source>The network {name} has the inputs {inputs} and the outputs {outputs}.</source>
            <translation>Le réseau {name} a les entrées {inputs} et les sorties {outputs}.</translation>
        </message>
        <message>
            <source>The network {name} has {st_size} GB.</source>
            <translation>Le réseau {name} a {st_size} Go.</translation>
        </message>
        <message>
            <source>The network {name} is not the one that its card describes: the checksums differ.</source>
            <translation>Le réseau {name} n'est pas celui que sa fiche décrit : les sommes de contrôle diffèrent.</translation>
        </message>
        <message>
            <source>The network {name} is not used: {error}.</source>
            <translation>Le réseau {name} n'est pas utilisé : {error}.</translation>
        </message>
        <message>
            <source>The network {name} of the model '{name2}' is a link to another folder.</source>
            <translation>Le réseau {name} du modèle '{name2}' est un lien vers un autre dossier.</translation>
        </message>
        <message>
            <source>The next part of the result needs up to {needed_bytes} MB. Nothing was left there.</source>
            <translation>La partie suivante du résultat demande jusqu'à {needed_bytes} Mo. Rien n'y est resté.</translation>
        </message>
        <message>
            <source>The optical bands were given as {join}.</source>
            <translation>Les bandes optiques ont été données comme {join}.</translation>
        </message>
        <message>
            <source>The output is empty.</source>
            <translation>La sortie est vide.</translation>
        </message>
        <message>
            <source>The output {name} has no known ending.</source>
            <translation>La sortie {name} n'a pas d'extension connue.</translation>
        </message>
        <message>
            <source>The output {output} is an input of the same run ({found}).</source>
            <translation>La sortie {output} est une entrée de la même exécution ({found}).</translation>
        </message>
        <message>
            <source>The output {prefix} is a device or a pipe.</source>
            <translation>La sortie {prefix} est un périphérique ou un tube.</translation>
        </message>
        <message>
            <source>The output {prefix} is a folder.</source>
            <translation>La sortie {prefix} est un dossier.</translation>
        </message>
        <message>
            <source>The pixel is {pixel} m.</source>
            <translation>Le pixel est de {pixel} m.</translation>
        </message>
        <message>
            <source>The pixels (middle value {median}) are numbers as raw radar products hold them (digital numbers), not backscatter.</source>
            <translation>Les pixels (valeur médiane {median}) sont des nombres comme dans les produits radar bruts (comptes numériques), pas de la rétrodiffusion.</translation>
        </message>
        <message>
            <source>The pixels of {name} lie turned on the map.</source>
            <translation>Les pixels de {name} sont tournés sur la carte.</translation>
        </message>
        <message>
            <source>The polygons of {name} cannot be laid over the image: {splitlines}.</source>
            <translation>Les polygones de {name} ne peuvent pas être superposés à l'image : {splitlines}.</translation>
        </message>
        <message>
            <source>The polygons with contrast and confidence were not made anew: run the detection with this threshold to get them.</source>
            <translation>Les polygones avec contraste et confiance n'ont pas été refaits : relancez la détection avec ce seuil pour les avoir.</translation>
        </message>
        <message>
            <source>The product may be incomplete.</source>
            <translation>Le produit est peut-être incomplet.</translation>
        </message>
        <message>
            <source>The rasters hold the codes in their first band (PNG tiles, no loss). The table 'readme' has this text and the run record.</source>
            <translation>Les rasters ont les codes dans leur première bande (tuiles PNG, sans perte). La table 'readme' a ce texte et le compte rendu d'exécution.</translation>
        </message>
        <message>
            <source>The record of {name} tells of the task '{task}'.</source>
            <translation>Le compte rendu de {name} parle de la tâche '{task}'.</translation>
        </message>
        <message>
            <source>The record tells which files belong to a map.</source>
            <translation>Le compte rendu dit quels fichiers appartiennent à une carte.</translation>
        </message>
        <message>
            <source>The result could not be written to {folder}: {reason}.</source>
            <translation>Le résultat n'a pas pu être écrit dans {folder} : {reason}.</translation>
        </message>
        <message>
            <source>The run record cannot be read: {name} {error}.</source>
            <translation>Le compte rendu d'exécution est illisible : {name} {error}.</translation>
        </message>
        <message>
            <source>The same band was given twice.</source>
            <translation>La même bande a été donnée deux fois.</translation>
        </message>
        <message>
            <source>The sample holds {size} observed pixels of sea.</source>
            <translation>L'échantillon contient {size} pixels de mer observés.</translation>
        </message>
        <message>
            <source>The sample holds {size} pixels that both dates have observed.</source>
            <translation>L'échantillon contient {size} pixels observés aux deux dates.</translation>
        </message>
        <message>
            <source>The sampled pixels are all zero: their scale cannot be told.</source>
            <translation>Les pixels de l'échantillon sont tous nuls : leur échelle ne se devine pas.</translation>
        </message>
        <message>
            <source>The scale {scale} cannot be used.</source>
            <translation>L'échelle {scale} n'est pas utilisable.</translation>
        </message>
        <message>
            <source>The scene's sample holds {size} observed pixels.</source>
            <translation>L'échantillon de la scène contient {size} pixels observés.</translation>
        </message>
        <message>
            <source>The slopes of {name} are not in degrees: the largest is {highest}.</source>
            <translation>Les pentes de {name} ne sont pas en degrés : la plus grande est {highest}.</translation>
        </message>
        <message>
            <source>The summary {path} cannot be written: {strerror}.</source>
            <translation>Le récapitulatif {path} ne peut pas être écrit : {strerror}.</translation>
        </message>
        <message>
            <source>The summary {path} of an earlier batch cannot be read.</source>
            <translation>Le résumé {path} d'un lot antérieur ne peut pas être lu.</translation>
        </message>
        <message>
            <source>The task '{task}' does not ask for {names}.</source>
            <translation>La tâche '{task}' ne demande pas {names}.</translation>
        </message>
        <message>
            <source>The task '{task}' maps what is there, not what is new.</source>
            <translation>La tâche '{task}' cartographie ce qui est là, pas ce qui est nouveau.</translation>
        </message>
        <message>
            <source>The task '{task}' takes no optical image.</source>
            <translation>La tâche '{task}' ne prend pas d'image optique.</translation>
        </message>
        <message>
            <source>The threshold methods know {join}.</source>
            <translation>Les méthodes à seuil connaissent {join}.</translation>
        </message>
        <message>
            <source>The two bands have no names and are equally bright.</source>
            <translation>Les deux bandes n'ont pas de nom et sont aussi claires l'une que l'autre.</translation>
        </message>
        <message>
            <source>The two images were put in order: {acquired} is compared with {acquired2}, the older one.</source>
            <translation>Les deux images ont été mises en ordre : {acquired} est comparée à {acquired2}, la plus ancienne.</translation>
        </message>
        <message>
            <source>The two optical images are the same file: {min}.</source>
            <translation>Les deux images optiques sont le même fichier : {min}.</translation>
        </message>
        <message>
            <source>The two place the image together, to a tenth of a pixel.</source>
            <translation>Les deux placent l'image ensemble, au dixième de pixel.</translation>
        </message>
        <message>
            <source>The two say whether the absolute constant is in the vectors.</source>
            <translation>Les deux disent si la constante absolue est dans les vecteurs.</translation>
        </message>
        <message>
            <source>The values are negative, but fit no or several scales of decibels.</source>
            <translation>Les valeurs sont négatives, mais ne vont avec aucune échelle de décibels, ou avec plusieurs.</translation>
        </message>
        <message>
            <source>The values are not in decibels, as was said: hardly any is negative.</source>
            <translation>Les valeurs ne sont pas en décibels, contrairement à ce qui a été dit : presque aucune n'est négative.</translation>
        </message>
        <message>
            <source>The values do not mean {given}, as was said: the middle of the bands would be {words}.</source>
            <translation>Les valeurs ne veulent pas dire {given}, contrairement à ce qui a été dit : le milieu des bandes serait {words}.</translation>
        </message>
        <message>
            <source>The values of {image} could be: {join}. A wrong guess would give a wrong map.</source>
            <translation>Les valeurs de {image} pourraient être : {join}. Une mauvaise supposition donnerait une mauvaise carte.</translation>
        </message>
        <message>
            <source>The values of {name} do not mean {scale}: what they mean was found out.</source>
            <translation>Les valeurs de {name} ne veulent pas dire {scale} : ce qu'elles veulent dire a été déterminé.</translation>
        </message>
        <message>
            <source>The worker was sent a line that it does not understand.</source>
            <translation>Le processus a reçu une ligne qu'il ne comprend pas.</translation>
        </message>
        <message>
            <source>The {kind} before ({older}) is newer than the {kind2} ({newer}): are they swapped?</source>
            <translation>{kind} antérieure ({older}) plus récente que {kind2} ({newer}) : sont-elles inversées ?</translation>
        </message>
        <message>
            <source>The {kind} before and the {kind2} are of the same date ({older}, {newer}): is one of them the wrong file?</source>
            <translation>{kind} antérieure et {kind2} de même date ({older}, {newer}) : l'une d'elles est-elle le mauvais fichier ?</translation>
        </message>
        <message>
            <source>There are no polygons of class {join}.</source>
            <translation>Il n'y a pas de polygones de la classe {join}.</translation>
        </message>
        <message>
            <source>There is a file {path} already.</source>
            <translation>Il y a déjà un fichier {path}.</translation>
        </message>
        <message>
            <source>There is a result already: {there}.</source>
            <translation>Il y a déjà un résultat : {there}.</translation>
        </message>
        <message>
            <source>There is a {noun}, but no {noun2}.</source>
            <translation>Il y a {noun}, mais pas {noun2}.</translation>
        </message>
        <message>
            <source>There is an optical image before, but none of the date to map.</source>
            <translation>Il y a une image optique antérieure, mais aucune de la date à cartographier.</translation>
        </message>
        <message>
            <source>There is an optical image, and a radar image of one date.</source>
            <translation>Il y a une image optique, et une image radar d'une seule date.</translation>
        </message>
        <message>
            <source>There is no file {path}.</source>
            <translation>Il n'y a pas de fichier {path}.</translation>
        </message>
        <message>
            <source>There is no folder or list {place}.</source>
            <translation>Il n'y a pas de dossier ou de liste {place}.</translation>
        </message>
        <message>
            <source>There is no model '{model}'.</source>
            <translation>Il n'y a pas de modèle '{model}'.</translation>
        </message>
        <message>
            <source>There is no model card at {path}.</source>
            <translation>Il n'y a pas de fiche de modèle à {path}.</translation>
        </message>
        <message>
            <source>There is no run record {path}, or it cannot be read.</source>
            <translation>Il n'y a pas de compte rendu d'exécution {path}, ou il est illisible.</translation>
        </message>
        <message>
            <source>There is no {name} '{value}'.</source>
            <translation>Il n'y a pas de {name} '{value}'.</translation>
        </message>
        <message>
            <source>There is nothing to count in it.</source>
            <translation>Il n'y a rien à y compter.</translation>
        </message>
        <message>
            <source>They can only be compared in one unit.</source>
            <translation>Elles ne se comparent que dans une même unité.</translation>
        </message>
        <message>
            <source>They must share a polarisation.</source>
            <translation>Elles doivent avoir une polarisation en commun.</translation>
        </message>
        <message>
            <source>They should lie in rows and columns.</source>
            <translation>Ils devraient être en lignes et colonnes.</translation>
        </message>
        <message>
            <source>This Tidemark knows {join}.</source>
            <translation>Ce Tidemark connaît {join}.</translation>
        </message>
        <message>
            <source>This is a simulated scene.</source>
            <translation>C'est une scène simulée.</translation>
        </message>
        <message>
            <source>This task needs calibrated values: decibels, power or amplitude.</source>
            <translation>Cette tâche demande des valeurs étalonnées : décibels, puissance ou amplitude.</translation>
        </message>
        <message>
            <source>Those of a GeoPackage have north at the top.</source>
            <translation>Ceux d'un GeoPackage ont le nord en haut.</translation>
        </message>
        <message>
            <source>Tidemark maps one image of backscatter.</source>
            <translation>Tidemark cartographie une image de rétrodiffusion.</translation>
        </message>
        <message>
            <source>Tidemark maps radar backscatter by polarisation.</source>
            <translation>Tidemark cartographie la rétrodiffusion radar par polarisation.</translation>
        </message>
        <message>
            <source>Tidemark needs a calibrated, terrain-corrected image, or areas and positions would be wrong.</source>
            <translation>Tidemark demande une image étalonnée et corrigée du terrain, sinon surfaces et positions seraient fausses.</translation>
        </message>
        <message>
            <source>Tidemark needs calibrated backscatter.</source>
            <translation>Tidemark demande une rétrodiffusion étalonnée.</translation>
        </message>
        <message>
            <source>Tidemark needs calibrated, terrain-corrected backscatter (sigma nought or gamma nought).</source>
            <translation>Tidemark demande une rétrodiffusion étalonnée et corrigée du terrain (sigma zéro ou gamma zéro).</translation>
        </message>
        <message>
            <source>Tidemark needs calibrated, terrain-corrected backscatter.</source>
            <translation>Tidemark demande une rétrodiffusion étalonnée et corrigée du terrain.</translation>
        </message>
        <message>
            <source>Tidemark needs the fields that its own cards have.</source>
            <translation>Tidemark demande les champs que ses propres fiches ont.</translation>
        </message>
        <message>
            <source>Tidemark needs to know which one is VV and which one is VH.</source>
            <translation>Tidemark doit savoir laquelle est VV et laquelle est VH.</translation>
        </message>
        <message>
            <source>Tidemark opens one, not those within it.</source>
            <translation>Tidemark en ouvre une, pas celles qu'elle contient.</translation>
        </message>
        <message>
            <source>Tidemark prepares ground range detected products (GRD).</source>
            <translation>Tidemark prépare des produits GRD (ground range detected).</translation>
        </message>
        <message>
            <source>Tidemark prepares radar products of Sentinel-1 (GRD).</source>
            <translation>Tidemark prépare des produits radar de Sentinel-1 (GRD).</translation>
        </message>
        <message>
            <source>Tidemark reads GeoPackage, GeoJSON, Shapefile and the other formats that GDAL reads.</source>
            <translation>Tidemark lit GeoPackage, GeoJSON, Shapefile et les autres formats que lit GDAL.</translation>
        </message>
        <message>
            <source>Tidemark reads GeoTIFF and the other formats that GDAL reads.</source>
            <translation>Tidemark lit GeoTIFF et les autres formats que lit GDAL.</translation>
        </message>
        <message>
            <source>Tidemark reads an image's own file, and products from their zip.</source>
            <translation>Tidemark lit le fichier même de l'image, et les produits depuis leur zip.</translation>
        </message>
        <message>
            <source>Tidemark reads an image's own file.</source>
            <translation>Tidemark lit le fichier même d'une image.</translation>
        </message>
        <message>
            <source>Tidemark reads files of this machine only, and sends nothing anywhere.</source>
            <translation>Tidemark ne lit que les fichiers de cette machine et n'envoie rien nulle part.</translation>
        </message>
        <message>
            <source>Tidemark reads raster files.</source>
            <translation>Tidemark lit des fichiers raster.</translation>
        </message>
        <message>
            <source>Tidemark reads the .img files of calibrated, terrain-corrected bands.</source>
            <translation>Tidemark lit les fichiers .img de bandes étalonnées et corrigées du terrain.</translation>
        </message>
        <message>
            <source>Tidemark reads the annotation of Sentinel-1 GRD products as ESA writes it.</source>
            <translation>Tidemark lit l'annotation des produits Sentinel-1 GRD telle que l'ESA l'écrit.</translation>
        </message>
        <message>
            <source>Try fewer threads, or install Tidemark again.</source>
            <translation>Essayez moins de threads, ou réinstallez Tidemark.</translation>
        </message>
        <message>
            <source>Turn them into metres first (gdal_calc.py -A dem.tif --calc='A*0.3048' --outfile dem_m.tif; in QGIS: Raster &gt; Raster Calculator), and give that DEM.</source>
            <translation>Passez-les d'abord en mètres (Raster, Calculatrice raster), et donnez ce MNT.</translation>
        </message>
        <message>
            <source>Turn them into metres first.</source>
            <translation>Passez-les d'abord en mètres.</translation>
        </message>
        <message>
            <source>Two bands are both named {name}.</source>
            <translation>Deux bandes s'appellent {name}.</translation>
        </message>
        <message>
            <source>Unexpected error, a fault of Tidemark; nothing was written: {name}: {rstrip}{place}.</source>
            <translation>Erreur inattendue, un défaut de Tidemark ; rien n'a été écrit : {name} : {rstrip}{place}.</translation>
        </message>
        <message>
            <source>Unpack it first.</source>
            <translation>Décompressez-le d'abord.</translation>
        </message>
        <message>
            <source>Unpack it, and give the folder of the one that you mean.</source>
            <translation>Décompressez-le, et donnez le dossier de celui que vous voulez.</translation>
        </message>
        <message>
            <source>Unpack it, or give the image as /vsizip/{path}/{images}.</source>
            <translation>Décompressez-le, ou donnez l'image comme /vsizip/{path}/{images}.</translation>
        </message>
        <message>
            <source>Update Tidemark, or take the record that was written with the map.</source>
            <translation>Mettez Tidemark à jour, ou prenez le compte rendu qui a été écrit avec la carte.</translation>
        </message>
        <message>
            <source>Use a network from somebody you trust, exported with its weights inside.</source>
            <translation>Utilisez un réseau de quelqu'un de confiance, exporté avec ses poids à l'intérieur.</translation>
        </message>
        <message>
            <source>Use an image with finer pixels.</source>
            <translation>Utilisez une image aux pixels plus fins.</translation>
        </message>
        <message>
            <source>Use another model.</source>
            <translation>Utilisez un autre modèle.</translation>
        </message>
        <message>
            <source>Use the image before it was made for display, or another download of it (sigma nought or gamma nought).</source>
            <translation>Utilisez l'image d'avant sa mise en affichage, ou un autre téléchargement (sigma zéro ou gamma zéro).</translation>
        </message>
        <message>
            <source>Use the method 'student', or leave it out.</source>
            <translation>Utilisez la méthode 'student', ou ne la donnez pas.</translation>
        </message>
        <message>
            <source>Use the method 'student', or leave the optical images out.</source>
            <translation>Utilisez la méthode 'student', ou laissez les images optiques.</translation>
        </message>
        <message>
            <source>Use the method 'student', or leave them out.</source>
            <translation>Utilisez la méthode 'student', ou ne les donnez pas.</translation>
        </message>
        <message>
            <source>Use the network that the card was written for.</source>
            <translation>Utilisez le réseau pour lequel la fiche a été écrite.</translation>
        </message>
        <message>
            <source>Use two images of the same kind.</source>
            <translation>Utilisez deux images de même type.</translation>
        </message>
        <message>
            <source>What it says of other scenes is kept.</source>
            <translation>Ce qu'il dit d'autres scènes est conservé.</translation>
        </message>
        <message>
            <source>Without it, digital numbers cannot become backscatter.</source>
            <translation>Sans lui, les comptes numériques ne deviennent pas de la rétrodiffusion.</translation>
        </message>
        <message>
            <source>Without one both must have the same size.</source>
            <translation>Sans lui, les deux doivent avoir la même taille.</translation>
        </message>
        <message>
            <source>Without one for both they are compared pixel by pixel: both must have the same size, and none a georeference.</source>
            <translation>Sans géoréférence pour les deux, elles sont comparées pixel à pixel : les deux doivent avoir la même taille, et aucune de géoréférence.</translation>
        </message>
        <message>
            <source>Without one nobody knows where it lies.</source>
            <translation>Sans lui, personne ne sait où elle se trouve.</translation>
        </message>
        <message>
            <source>Without one nobody knows where its features lie.</source>
            <translation>Sans lui, personne ne sait où sont ses entités.</translation>
        </message>
        <message>
            <source>Without one nobody knows where its people live.</source>
            <translation>Sans lui, personne ne sait où vivent ses habitants.</translation>
        </message>
        <message>
            <source>Without one nobody knows where its polygons lie.</source>
            <translation>Sans lui, personne ne sait où sont ses polygones.</translation>
        </message>
        <message>
            <source>Without one nobody knows where they lie.</source>
            <translation>Sans lui, personne ne sait où ils sont.</translation>
        </message>
        <message>
            <source>Without one there is no depth.</source>
            <translation>Sans lui, pas de hauteur d'eau.</translation>
        </message>
        <message>
            <source>Write it to a file first.</source>
            <translation>Écrivez-le d'abord dans un fichier.</translation>
        </message>
        <message>
            <source>Write the image you need to a GeoTIFF first.</source>
            <translation>Écrivez d'abord l'image voulue en GeoTIFF.</translation>
        </message>
        <message>
            <source>Written to {path}</source>
            <translation>Écrit dans {path}</translation>
        </message>
        <message>
            <source>Zones are polygons.</source>
            <translation>Les zones sont des polygones.</translation>
        </message>
        <message>
            <source>Zones have to overlap the image.</source>
            <translation>Les zones doivent recouvrir l'image.</translation>
        </message>
        <message>
            <source>change</source>
            <translation>changement</translation>
        </message>
        <message>
            <source>detected {area} in them.</source>
            <translation>détecté dans ces zones : {area}.</translation>
        </message>
        <message>
            <source>flood</source>
            <translation>inondation</translation>
        </message>
        <message>
            <source>nothing was mapped</source>
            <translation>rien n'a été cartographié</translation>
        </message>
        <message>
            <source>observed pixels</source>
            <translation>pixels observés</translation>
        </message>
        <message>
            <source>pixels that were mapped</source>
            <translation>pixels cartographiés</translation>
        </message>
        <message>
            <source>possible oil / dark features</source>
            <translation>hydrocarbures possibles / zones sombres</translation>
        </message>
        <message>
            <source>water</source>
            <translation>eau</translation>
        </message>
        <message>
            <source>{area} in smaller pieces left out.</source>
            <translation>{area} laissés de côté en morceaux plus petits.</translation>
        </message>
        <message>
            <source>{capitalize} needs two images, and there is one.</source>
            <translation>{capitalize} demande deux images, et il y en a une.</translation>
        </message>
        <message>
            <source>{count_nonzero} of {len} features are no polygons; they get 0 ha.</source>
            <translation>{count_nonzero} entités sur {len} ne sont pas des polygones ; elles reçoivent 0 ha.</translation>
        </message>
        <message>
            <source>{count_nonzero} of {len} zones are no polygons and count nothing.</source>
            <translation>{count_nonzero} zones sur {len} ne sont pas des polygones et ne comptent rien.</translation>
        </message>
        <message>
            <source>{count_nonzero} polygons cross themselves; they were repaired.</source>
            <translation>{count_nonzero} polygones se croisaient eux-mêmes ; ils ont été réparés.</translation>
        </message>
        <message>
            <source>{count_nonzero} zones cross themselves; they were repaired.</source>
            <translation>{count_nonzero} zones se croisaient elles-mêmes ; elles ont été réparées.</translation>
        </message>
        <message>
            <source>{count} feature (confidence high {high})</source>
            <translation>{count} zone (confiance : élevée {high})</translation>
        </message>
        <message>
            <source>{count} feature (confidence low {low})</source>
            <translation>{count} zone (confiance : faible {low})</translation>
        </message>
        <message>
            <source>{count} feature (confidence medium {medium})</source>
            <translation>{count} zone (confiance : moyenne {medium})</translation>
        </message>
        <message>
            <source>{count} features</source>
            <translation>{count} zones</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high})</source>
            <translation>{count} zones (confiance : élevée {high})</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high}, low {low})</source>
            <translation>{count} zones (confiance : élevée {high}, faible {low})</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high}, medium {medium})</source>
            <translation>{count} zones (confiance : élevée {high}, moyenne {medium})</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high}, medium {medium}, low {low})</source>
            <translation>{count} zones (confiance : élevée {high}, moyenne {medium}, faible {low})</translation>
        </message>
        <message>
            <source>{count} features (confidence low {low})</source>
            <translation>{count} zones (confiance : faible {low})</translation>
        </message>
        <message>
            <source>{count} features (confidence medium {medium})</source>
            <translation>{count} zones (confiance : moyenne {medium})</translation>
        </message>
        <message>
            <source>{count} features (confidence medium {medium}, low {low})</source>
            <translation>{count} zones (confiance : moyenne {medium}, faible {low})</translation>
        </message>
        <message>
            <source>{count} polygon, {area}</source>
            <translation>{count} polygone, {area}</translation>
        </message>
        <message>
            <source>{count} polygons, {area}</source>
            <translation>{count} polygones, {area}</translation>
        </message>
        <message>
            <source>{count} zones</source>
            <translation>{count} zones</translation>
        </message>
        <message>
            <source>{document} declares a document type.</source>
            <translation>{document} déclare un type de document.</translation>
        </message>
        <message>
            <source>{document} describes an image of {samples} x {lines} pixels of {pixel_spacing} m.</source>
            <translation>{document} décrit une image de {samples} x {lines} pixels de {pixel_spacing} m.</translation>
        </message>
        <message>
            <source>{document} has calibration values that are not positive.</source>
            <translation>{document} a des valeurs d'étalonnage qui ne sont pas positives.</translation>
        </message>
        <message>
            <source>{document} is damaged ({errorstring}, line {lineno}).</source>
            <translation>{document} est endommagé ({errorstring}, ligne {lineno}).</translation>
        </message>
        <message>
            <source>{document} lacks {rsplit} (below {tag}).</source>
            <translation>Il manque à {document} {rsplit} (sous {tag}).</translation>
        </message>
        <message>
            <source>{document}: betaNought has {size} values beside {size2} of dn, or dn is zero.</source>
            <translation>{document} : betaNought a {size} valeurs pour {size2} de dn, ou dn est nul.</translation>
        </message>
        <message>
            <source>{document}: noiseAzimuthLut has {size} values for {size2} lines.</source>
            <translation>{document} : noiseAzimuthLut a {size} valeurs pour {size2} lignes.</translation>
        </message>
        <message>
            <source>{document}: the polynomials of the ground range differ in length.</source>
            <translation>{document} : les polynômes de la portée au sol n'ont pas la même longueur.</translation>
        </message>
        <message>
            <source>{document}: the {len} points of the geolocation grid make no whole rows.</source>
            <translation>{document} : les {len} points de la grille de géolocalisation ne font pas de lignes entières.</translation>
        </message>
        <message>
            <source>{document}: {name} has {size} values for {size2} pixels.</source>
            <translation>{document} : {name} a {size} valeurs pour {size2} pixels.</translation>
        </message>
        <message>
            <source>{document}: {path} is no number.</source>
            <translation>{document} : {path} n'est pas un nombre.</translation>
        </message>
        <message>
            <source>{document}: {path} is no time: '{word}'.</source>
            <translation>{document} : {path} n'est pas une heure : '{word}'.</translation>
        </message>
        <message>
            <source>{file} is a map that Tidemark made: {title}.</source>
            <translation>{file} est une carte faite par Tidemark : {title}.</translation>
        </message>
        <message>
            <source>{file} is a radar image: its first band is {polarisation}.</source>
            <translation>{file} est une image radar : sa première bande est {polarisation}.</translation>
        </message>
        <message>
            <source>{folder} holds a map that was made with other options, or of files that have changed since.</source>
            <translation>{folder} contient une carte faite avec d'autres options, ou à partir de fichiers qui ont changé depuis.</translation>
        </message>
        <message>
            <source>{found} Image, time and model stay empty.</source>
            <translation>{found} Image, heure et modèle restent vides.</translation>
        </message>
        <message>
            <source>{infinite} of the sampled pixels hold minus infinity, the decibels of zero power, and were not observed.</source>
            <translation>{infinite} des pixels de l'échantillon valent moins l'infini, les décibels d'une puissance nulle, et n'ont pas été observés.</translation>
        </message>
        <message>
            <source>{join} are needed, each with a band number of its own between 1 and {len}.</source>
            <translation>Il faut {join}, chacune avec son propre numéro de bande entre 1 et {len}.</translation>
        </message>
        <message>
            <source>{len} titles are given for {len2} layers.</source>
            <translation>{len} titres sont donnés pour {len2} couches.</translation>
        </message>
        <message>
            <source>{made}without the network.</source>
            <translation>{made}sans le réseau.</translation>
        </message>
        <message>
            <source>{method} found no two classes in the change: the fixed threshold of {fixed_db} dB was used.</source>
            <translation>{method} n'a pas trouvé deux classes dans le changement : le seuil fixe de {fixed_db} dB a été utilisé.</translation>
        </message>
        <message>
            <source>{name} and {name2} are not slices of one pass with the same polarisations.</source>
            <translation>{name} et {name2} ne sont pas des tranches d'un même passage aux mêmes polarisations.</translation>
        </message>
        <message>
            <source>{name} cannot be brought onto the image's grid: {error}.</source>
            <translation>{name} ne peut pas être mis sur la grille de l'image : {error}.</translation>
        </message>
        <message>
            <source>{name} cannot be brought onto the map: {error}.</source>
            <translation>{name} ne peut pas être mis sur la carte : {error}.</translation>
        </message>
        <message>
            <source>{name} cannot be laid over the image: one of the two has no georeference.</source>
            <translation>{name} ne peut pas être superposé à l'image : l'un des deux n'est pas géoréférencé.</translation>
        </message>
        <message>
            <source>{name} cannot be read as a vector file.</source>
            <translation>{name} ne se lit pas comme fichier vectoriel.</translation>
        </message>
        <message>
            <source>{name} covers {known} of the map; elsewhere nothing was left out on its account.</source>
            <translation>{name} couvre {known} de la carte ; ailleurs rien n'a été exclu à ce titre.</translation>
        </message>
        <message>
            <source>{name} does not lie beside {name2}.</source>
            <translation>{name} n'est pas à côté de {name2}.</translation>
        </message>
        <message>
            <source>{name} does not lie beside {name2}: possible water is not told from dry ground here.</source>
            <translation>{name} n'est pas à côté de {name2} : l'eau possible n'est pas distinguée du sol sec ici.</translation>
        </message>
        <message>
            <source>{name} does not lie on the grid of {name2}.</source>
            <translation>{name} n'est pas sur la grille de {name2}.</translation>
        </message>
        <message>
            <source>{name} does not meet the image: no zone lies on it.</source>
            <translation>{name} ne touche pas l'image : aucune zone n'y est.</translation>
        </message>
        <message>
            <source>{name} found no two classes in {band}: the scene may hold no open water. The fixed threshold {value} dB was used.</source>
            <translation>{name} n'a pas trouvé deux classes dans {band} : la scène n'a peut-être pas d'eau libre. Le seuil fixe de {value} dB a été utilisé.</translation>
        </message>
        <message>
            <source>{name} has a georeference in which its pixels have no size.</source>
            <translation>{name} a un géoréférencement où ses pixels n'ont pas de taille.</translation>
        </message>
        <message>
            <source>{name} has decrease and increase, but no record says that it shows change.</source>
            <translation>{name} a diminution et augmentation, mais aucun compte rendu ne dit qu'il montre un changement.</translation>
        </message>
        <message>
            <source>{name} has no annotation{is_zip}.</source>
            <translation>{name} n'a pas d'annotation{is_zip}.</translation>
        </message>
        <message>
            <source>{name} has no calibration file of {name2}.</source>
            <translation>{name} n'a pas de fichier d'étalonnage de {name2}.</translation>
        </message>
        <message>
            <source>{name} has no coordinate reference system.</source>
            <translation>{name} n'a pas de système de coordonnées.</translation>
        </message>
        <message>
            <source>{name} has no field '{field}'.</source>
            <translation>{name} n'a pas de champ '{field}'.</translation>
        </message>
        <message>
            <source>{name} has no georeference.</source>
            <translation>{name} n'est pas géoréférencé.</translation>
        </message>
        <message>
            <source>{name} has no layer '{wanted}'.</source>
            <translation>{name} n'a pas de couche '{wanted}'.</translation>
        </message>
        <message>
            <source>{name} has no layer of features.</source>
            <translation>{name} n'a pas de couche d'entités.</translation>
        </message>
        <message>
            <source>{name} has no layer of polygons.</source>
            <translation>{name} n'a pas de couche de polygones.</translation>
        </message>
        <message>
            <source>{name} has no measurement of {name2}: it is left out.</source>
            <translation>{name} n'a pas de mesure de {name2} : elle est laissée de côté.</translation>
        </message>
        <message>
            <source>{name} has no measurement: {measurements}.</source>
            <translation>{name} n'a pas de mesure : {measurements}.</translation>
        </message>
        <message>
            <source>{name} has no noise file of {join}: thermal noise is not removed there.</source>
            <translation>{name} n'a pas de fichier de bruit de {join} : le bruit thermique n'y est pas retiré.</translation>
        </message>
        <message>
            <source>{name} has several layers of polygons: {join}.</source>
            <translation>{name} a plusieurs couches de polygones : {join}.</translation>
        </message>
        <message>
            <source>{name} has several layers: {join}.</source>
            <translation>{name} a plusieurs couches : {join}.</translation>
        </message>
        <message>
            <source>{name} has {join}, but not {join2}.</source>
            <translation>{name} a {join}, mais pas {join2}.</translation>
        </message>
        <message>
            <source>{name} has {width} x {height} pixels and {name2} {width2} x {height2}; their grids differ.</source>
            <translation>{name} a {width} x {height} pixels et {name2} {width2} x {height2} ; leurs grilles diffèrent.</translation>
        </message>
        <message>
            <source>{name} holds complex numbers (a single-look complex product).</source>
            <translation>{name} contient des nombres complexes (un produit single-look complex).</translation>
        </message>
        <message>
            <source>{name} holds no polygons.</source>
            <translation>{name} ne contient pas de polygones.</translation>
        </message>
        <message>
            <source>{name} holds no values from 0 to 100.</source>
            <translation>{name} ne contient pas de valeurs de 0 à 100.</translation>
        </message>
        <message>
            <source>{name} holds the value {inside}.</source>
            <translation>{name} contient la valeur {inside}.</translation>
        </message>
        <message>
            <source>{name} holds {len} products.</source>
            <translation>{name} contient {len} produits.</translation>
        </message>
        <message>
            <source>{name} is a Sentinel-1 product as it is delivered (SAFE), in radar geometry.</source>
            <translation>{name} est un produit Sentinel-1 tel que livré (SAFE), en géométrie radar.</translation>
        </message>
        <message>
            <source>{name} is a Sentinel-2 product: optical.</source>
            <translation>{name} est un produit Sentinel-2 : optique.</translation>
        </message>
        <message>
            <source>{name} is a folder.</source>
            <translation>{name} est un dossier.</translation>
        </message>
        <message>
            <source>{name} is a header of SNAP (BEAM-DIMAP); the pixels lie in the folder {name2}: {bands}.</source>
            <translation>{name} est un en-tête de SNAP (BEAM-DIMAP) ; les pixels sont dans le dossier {name2} : {bands}.</translation>
        </message>
        <message>
            <source>{name} is a map of '{title}', which is no water.</source>
            <translation>{name} est une carte de '{title}', qui n'est pas de l'eau.</translation>
        </message>
        <message>
            <source>{name} is a page of the web, no image.</source>
            <translation>{name} est une page web, pas une image.</translation>
        </message>
        <message>
            <source>{name} is a pipe or a device, no file.</source>
            <translation>{name} est un tube ou un périphérique, pas un fichier.</translation>
        </message>
        <message>
            <source>{name} is a zip archive of a Sentinel-1 product as it is delivered (SAFE), in radar geometry.</source>
            <translation>{name} est un zip d'un produit Sentinel-1 tel que livré (SAFE), en géométrie radar.</translation>
        </message>
        <message>
            <source>{name} is a zip archive of archives: {listed}.</source>
            <translation>{name} est une archive zip d'archives : {listed}.</translation>
        </message>
        <message>
            <source>{name} is an archive.</source>
            <translation>{name} est une archive.</translation>
        </message>
        <message>
            <source>{name} is damaged: rows {first} to {first2} cannot be read.</source>
            <translation>{name} est endommagé : les lignes {first} à {first2} sont illisibles.</translation>
        </message>
        <message>
            <source>{name} is damaged: rows {row_off} to {row_off2} cannot be read.</source>
            <translation>{name} est endommagé : les lignes {row_off} à {row_off2} sont illisibles.</translation>
        </message>
        <message>
            <source>{name} is in radar geometry: it has ground control points, but no map grid.</source>
            <translation>{name} est en géométrie radar : il a des points de contrôle, mais pas de grille cartographique.</translation>
        </message>
        <message>
            <source>{name} is no class raster: {reason}.</source>
            <translation>{name} n'est pas un raster de classes : {reason}.</translation>
        </message>
        <message>
            <source>{name} is no probability raster, but '{held}' of a map.</source>
            <translation>{name} n'est pas un raster de probabilité, mais '{held}' d'une carte.</translation>
        </message>
        <message>
            <source>{name} is no probability raster: it has {count} band(s) of type {dtypes}.</source>
            <translation>{name} n'est pas un raster de probabilité : il a {count} bande(s) de type {dtypes}.</translation>
        </message>
        <message>
            <source>{name} is no probability raster: it holds values between 101 and 254.</source>
            <translation>{name} n'est pas un raster de probabilité : il contient des valeurs entre 101 et 254.</translation>
        </message>
        <message>
            <source>{name} is no whole zip file ({error}).</source>
            <translation>{name} n'est pas un fichier zip entier ({error}).</translation>
        </message>
        <message>
            <source>{name} is of type {dtypes}, not the change in dB that the run wrote (int16).</source>
            <translation>{name} est de type {dtypes}, pas le changement en dB que l'exécution a écrit (int16).</translation>
        </message>
        <message>
            <source>{name} knows of {known} of the map; elsewhere {elsewhere}.</source>
            <translation>{name} connaît {known} de la carte ; ailleurs {elsewhere}.</translation>
        </message>
        <message>
            <source>{name} leaves out {share} of the map, which says nothing there: is it the right file?</source>
            <translation>{name} exclut {share} de la carte, qui n'y dit rien : est-ce le bon fichier ?</translation>
        </message>
        <message>
            <source>{name} looks like a map of classes (land cover: {listed}), not of how often there is water.</source>
            <translation>{name} ressemble à une carte de classes (occupation du sol : {listed}), pas à la fréquence de l'eau.</translation>
        </message>
        <message>
            <source>{name} may not be read: its permissions forbid it.</source>
            <translation>{name} ne peut pas être lu : ses droits l'interdisent.</translation>
        </message>
        <message>
            <source>{name} put the threshold of {band} at {threshold} dB, outside {low} to {high} dB. {value} dB was used.</source>
            <translation>{name} a mis le seuil de {band} à {threshold} dB, hors de {low} à {high} dB. {value} dB a été utilisé.</translation>
        </message>
        <message>
            <source>{name} refers to the file {path}, which is not there.</source>
            <translation>{name} renvoie au fichier {path}, qui n'existe pas.</translation>
        </message>
        <message>
            <source>{name} refers to the file {path}, which may not be read.</source>
            <translation>{name} renvoie au fichier {path}, qui ne peut pas être lu.</translation>
        </message>
        <message>
            <source>{name} refers to {strip}, which lies on the network.</source>
            <translation>{name} renvoie à {strip}, qui se trouve sur le réseau.</translation>
        </message>
        <message>
            <source>{name} was not used: the images are in their place already.</source>
            <translation>{name} n'a pas servi : les images sont déjà à leur place.</translation>
        </message>
        <message>
            <source>{name} was prepared as {path}.</source>
            <translation>{name} a été préparé sous {path}.</translation>
        </message>
        <message>
            <source>{name}: nobody lives where the image lies. Check that its pixels hold numbers of people.</source>
            <translation>{name} : personne n'habite là où est l'image. Vérifiez que ses pixels contiennent des nombres de personnes.</translation>
        </message>
        <message>
            <source>{name}: the measurement is damaged: lines {first} to {last} cannot be read.</source>
            <translation>{name} : la mesure est endommagée : les lignes {first} à {last} sont illisibles.</translation>
        </message>
        <message>
            <source>{name}: the measurement of {name2} cannot be read as an image.</source>
            <translation>{name} : la mesure de {name2} ne se lit pas comme image.</translation>
        </message>
        <message>
            <source>{name}: the measurement of {name2} has {width} x {height} pixels of {dtypes}.</source>
            <translation>{name} : la mesure de {name2} a {width} x {height} pixels de {dtypes}.</translation>
        </message>
        <message>
            <source>{name}: the orbit in its annotation does not lead to its geolocation grid.</source>
            <translation>{name} : l'orbite de son annotation ne mène pas à sa grille de géolocalisation.</translation>
        </message>
        <message>
            <source>{name}: {name2} cannot be read ({name3}).</source>
            <translation>{name} : {name2} est illisible ({name3}).</translation>
        </message>
        <message>
            <source>{output} would be written twice.</source>
            <translation>{output} serait écrit deux fois.</translation>
        </message>
        <message>
            <source>{path} cannot be read as a list of scenes.</source>
            <translation>{path} ne se lit pas comme liste de scènes.</translation>
        </message>
        <message>
            <source>{path} is no Sentinel-1 product.</source>
            <translation>{path} n'est pas un produit Sentinel-1.</translation>
        </message>
        <message>
            <source>{path} is no record of an estimate, or cannot be read.</source>
            <translation>{path} n'est pas le compte rendu d'une estimation, ou il est illisible.</translation>
        </message>
        <message>
            <source>{path} lies on the network.</source>
            <translation>{path} se trouve sur le réseau.</translation>
        </message>
        <message>
            <source>{place} holds no scene.</source>
            <translation>{place} ne contient aucune scène.</translation>
        </message>
        <message>
            <source>{say_bands} Or leave the optical images out.</source>
            <translation>{say_bands} Ou laissez les images optiques.</translation>
        </message>
        <message>
            <source>{share} decrease of backscatter</source>
            <translation>{share} de diminution de la rétrodiffusion</translation>
        </message>
        <message>
            <source>{share} increase of backscatter</source>
            <translation>{share} d'augmentation de la rétrodiffusion</translation>
        </message>
        <message>
            <source>{share} not mapped (left out, {masked} of what was observed)</source>
            <translation>{share} non cartographiés (exclus, {masked} de ce qui a été observé)</translation>
        </message>
        <message>
            <source>{share} not observed</source>
            <translation>{share} non observés</translation>
        </message>
        <message>
            <source>{share} not observed (hectares unknown: no georeference)</source>
            <translation>{share} non observés (hectares inconnus : pas de géoréférencement)</translation>
        </message>
        <message>
            <source>{share} of the pixels</source>
            <translation>{share} des pixels</translation>
        </message>
        <message>
            <source>{share} of the sampled pixels hold exactly {values}, and were taken for observed.</source>
            <translation>{share} des pixels de l'échantillon valent exactement {values}, et ont été pris pour observés.</translation>
        </message>
        <message>
            <source>{share} of {area} mapped</source>
            <translation>{share} de {area} cartographiés</translation>
        </message>
        <message>
            <source>{share} of {area} observed</source>
            <translation>{share} de {area} observés</translation>
        </message>
        <message>
            <source>{share} possible water among plants or buildings</source>
            <translation>{share} d'eau possible parmi la végétation ou les bâtiments</translation>
        </message>
        <message>
            <source>{share} reference water</source>
            <translation>{share} d'eau de référence</translation>
        </message>
        <message>
            <source>{share}: wind, ice, plants or a low level; other water may be missed for the same reason.</source>
            <translation>{share} : vent, glace, végétation ou niveau bas ; d'autre eau peut être manquée pour la même raison.</translation>
        </message>
        <message>
            <source>{text} It is taken for a map of {detects}.</source>
            <translation>{text} Elle est prise pour une carte de {detects}.</translation>
        </message>
        <message>
            <source>{title}: no feature lies on the image. Check its coordinate reference system.</source>
            <translation>{title} : aucune entité n'est sur l'image. Vérifiez son système de coordonnées.</translation>
        </message>
        <message>
            <source>{title}: {count} features cannot be told in the map's coordinate reference system and are left out.</source>
            <translation>{title} : {count} entités ne peuvent pas être mises dans le système de coordonnées de la carte et sont laissées de côté.</translation>
        </message>
        <message>
            <source>{title}: {count} polygons cross themselves; they were repaired.</source>
            <translation>{title} : {count} polygones se croisaient eux-mêmes ; ils ont été réparés.</translation>
        </message>
        <message>
            <source>{undecided} of the observed pixels lie between 20 and 80 per cent: the map is undecided.</source>
            <translation>{undecided} des pixels observés sont entre 20 et 80 pour cent : la carte est indécise.</translation>
        </message>
        <message>
            <source>{unsaid} Display values (8 bit) do not tell whether the sea is calm or rough.</source>
            <translation>{unsaid} Les valeurs d'affichage (8 bits) ne disent pas si la mer est calme ou agitée.</translation>
        </message>
        <message>
            <source>{upper}{image} has {count} {called}: no {join} was found.</source>
            <translation>{upper}{image} a {count} {called} : aucune bande {join} n'a été trouvée.</translation>
        </message>
        <message>
            <source>{words}: it does not meet the image.</source>
            <translation>{words} : elle ne touche pas l'image.</translation>
        </message>
        <message>
            <source>{words}: it is empty.</source>
            <translation>{words} : elle est vide.</translation>
        </message>
        <message>
            <source>{zeros} of the sampled pixels are exactly zero in all bands, away from the edge, and were taken for calm water.</source>
            <translation>{zeros} des pixels de l'échantillon valent exactement zéro dans toutes les bandes, loin du bord, et ont été pris pour de l'eau calme.</translation>
        </message>
    </context>
    <context>
        <name>InstallPanel</name>
        <message>
            <source>1. Copy download command</source>
            <translation>1. Copier la commande de téléchargement</translation>
        </message>
        <message>
            <source>2. From a folder…</source>
            <translation>2. Depuis un dossier…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Back to the form</source>
            <translation>Retour au formulaire</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Vérifier à nouveau</translation>
        </message>
        <message>
            <source>Computes on</source>
            <translation>Calcule avec</translation>
        </message>
        <message>
            <source>Copy install command</source>
            <translation>Copier la commande d'installation</translation>
        </message>
        <message>
            <source>Download the packages and install them in the QGIS profile; nothing else of this computer changes</source>
            <translation>Télécharge les paquets et les installe dans le profil de QGIS ; rien d'autre ne change sur cet ordinateur</translation>
        </message>
        <message>
            <source>For which processor or graphics card</source>
            <translation>Pour quel processeur ou quelle carte graphique</translation>
        </message>
        <message>
            <source>Goes into</source>
            <translation>S'installe dans</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installer</translation>
        </message>
        <message>
            <source>Install engine</source>
            <translation>Installer le moteur</translation>
        </message>
        <message>
            <source>Install from the folder with the package files, without any internet</source>
            <translation>Installe depuis le dossier des paquets, sans aucune connexion</translation>
        </message>
        <message>
            <source>Look whether the installed engine works</source>
            <translation>Regarde si le moteur installé fonctionne</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <source>The command that fills a folder with the packages on a computer with internet, whatever its system</source>
            <translation>La commande qui remplit un dossier de paquets sur un ordinateur connecté à internet, quel que soit son système</translation>
        </message>
        <message>
            <source>The command that installs the same from a terminal, for those who prefer that</source>
            <translation>La commande qui installe la même chose depuis un terminal, pour qui préfère cela</translation>
        </message>
        <message>
            <source>This computer has no internet? Fill a folder with the packages on another one, and bring it here; it is checked before anything is installed.</source>
            <translation>Cet ordinateur n'a pas internet ? Remplissez un dossier de paquets sur un autre et apportez-le ici ; il est vérifié avant toute installation.</translation>
        </message>
    </context>
    <context>
        <name>Tidemark</name>
        <message>
            <source> or </source>
            <translation> ou </translation>
        </message>
        <message>
            <source>"Not observed" means that the radar did not see the ground there. It does not mean dry.</source>
            <translation>"Non observé" signifie que le radar n'a pas vu le sol à cet endroit. Cela ne signifie pas sec.</translation>
        </message>
        <message>
            <source>'{name}' has no legend.</source>
            <translation>'{name}' n'a pas de légende.</translation>
        </message>
        <message>
            <source>'{name}' is a map that Tidemark made, and keeps its colours.</source>
            <translation>'{name}' est une carte faite par Tidemark et garde ses couleurs.</translation>
        </message>
        <message>
            <source>'{name}' is a map that Tidemark made, and the project does not have its image.</source>
            <translation>'{name}' est une carte faite par Tidemark, et le projet n'a pas son image.</translation>
        </message>
        <message>
            <source>'{name}' is no file with values that could be shown in grey.</source>
            <translation>'{name}' n'est pas un fichier dont les valeurs pourraient être affichées en gris.</translation>
        </message>
        <message>
            <source>'{name}' is there already and belongs to another run: choose another name for OUTPUT.</source>
            <translation>'{name}' existe déjà et appartient à une autre exécution : choisissez un autre nom pour OUTPUT.</translation>
        </message>
        <message>
            <source>'{name}' is there already. Replace it?</source>
            <translation>'{name}' existe déjà. Le remplacer ?</translation>
        </message>
        <message>
            <source>'{name}' was started in a project that is closed now.</source>
            <translation>'{name}' a été lancé dans un projet qui est fermé maintenant.</translation>
        </message>
        <message>
            <source>+8 dB or more (brighter than before)</source>
            <translation>+8 dB ou plus (plus clair qu'avant)</translation>
        </message>
        <message>
            <source>, no polygons ({packages} missing)</source>
            <translation>, sans polygones (il manque {packages})</translation>
        </message>
        <message>
            <source>-8 dB or less (darker than before)</source>
            <translation>-8 dB ou moins (plus sombre qu'avant)</translation>
        </message>
        <message>
            <source>0 % (unlikely)</source>
            <translation>0 % (improbable)</translation>
        </message>
        <message>
            <source>0 dB (as before)</source>
            <translation>0 dB (comme avant)</translation>
        </message>
        <message>
            <source>0 m (estimate)</source>
            <translation>0 m (estimation)</translation>
        </message>
        <message>
            <source>0 not detected, 1 detected, 2 reference water, 3 decrease, 4 increase, 5 possible water among plants or buildings, 250 to 254 left out, 255 not observed</source>
            <translation>0 non détecté, 1 détecté, 2 eau de référence, 3 diminution, 4 augmentation, 5 eau possible parmi la végétation ou les bâtiments, 250 à 254 exclu, 255 non observé</translation>
        </message>
        <message>
            <source>0 not detected, 1 detected, 2 reference water, 5 possible water among plants or buildings, 250 to 252 left out, 255 not observed</source>
            <translation>0 non détecté, 1 détecté, 2 eau de référence, 5 eau possible parmi la végétation ou les bâtiments, 250 à 252 exclu, 255 non observé</translation>
        </message>
        <message>
            <source>0 not detected, 1 possible oil / dark feature, 252 left out, 254 land, 255 not observed</source>
            <translation>0 non détecté, 1 hydrocarbures possibles / zone sombre, 252 exclu, 254 terre, 255 non observé</translation>
        </message>
        <message>
            <source>0 not detected, 3 decrease, 4 increase, 251 and 252 left out, 255 not observed on one of the dates</source>
            <translation>0 non détecté, 3 diminution, 4 augmentation, 251 et 252 exclu, 255 non observé à l'une des dates</translation>
        </message>
        <message>
            <source>5 m or more</source>
            <translation>5 m ou plus</translation>
        </message>
        <message>
            <source>50 % (possible)</source>
            <translation>50 % (possible)</translation>
        </message>
        <message>
            <source>8-bit display values</source>
            <translation>valeurs d'affichage 8 bits</translation>
        </message>
        <message>
            <source>80 % (likely)</source>
            <translation>80 % (probable)</translation>
        </message>
        <message>
            <source>8: pixels that meet at a corner are joined, so a narrow river stays whole. 4: only pixels that share an edge.</source>
            <translation>8 : les pixels qui se touchent par un coin sont réunis, une rivière étroite reste donc entière. 4 : seulement les pixels qui ont un côté commun.</translation>
        </message>
        <message>
            <source>A GeoTIFF with VV and VH. A file of this name is replaced.</source>
            <translation>Un GeoTIFF avec VV et VH. Un fichier de ce nom est remplacé.</translation>
        </message>
        <message>
            <source>A Python 3.10 or newer that has numpy, scipy, rasterio and onnxruntime; QGIS has to be restarted</source>
            <translation>Un Python 3.10 ou plus récent avec numpy, scipy, rasterio et onnxruntime ; il faut redémarrer QGIS</translation>
        </message>
        <message>
            <source>A Sentinel-1 image with VV and VH, calibrated and terrain-corrected, or a product as it was downloaded; for change and oil one band will do.</source>
            <translation>Une image Sentinel-1 avec VV et VH, étalonnée et corrigée du terrain, ou un produit tel que téléchargé ; une bande suffit pour le changement et les hydrocarbures.</translation>
        </message>
        <message>
            <source>A Sentinel-1 image, calibrated and terrain-corrected, with the bands VV and VH.</source>
            <translation>Une image Sentinel-1, étalonnée et corrigée du terrain, avec les bandes VV et VH.</translation>
        </message>
        <message>
            <source>A copy of the probability in per cent, 255 where nothing was observed; the one beside the map is written in any case.</source>
            <translation>Une copie de la probabilité en pour cent, 255 où rien n'a été observé ; celle qui est à côté de la carte est écrite de toute façon.</translation>
        </message>
        <message>
            <source>A layer of polygons is needed.</source>
            <translation>Une couche de polygones est nécessaire.</translation>
        </message>
        <message>
            <source>A layer of polygons, as it is now: with its edits and its filter</source>
            <translation>Une couche de polygones, telle qu'elle est maintenant : avec ses modifications et son filtre</translation>
        </message>
        <message>
            <source>A layer of polygons, in any coordinate reference system, as it is now: with its edits and its filter.</source>
            <translation>Une couche de polygones, dans n'importe quel système de coordonnées, telle qu'elle est maintenant : avec ses modifications et son filtre.</translation>
        </message>
        <message>
            <source>A layer of polygons, or a raster, is needed.</source>
            <translation>Une couche de polygones ou un raster est nécessaire.</translation>
        </message>
        <message>
            <source>A network, or a classical threshold.</source>
            <translation>Un réseau de neurones ou un seuil classique.</translation>
        </message>
        <message>
            <source>A raster file of this machine is needed.</source>
            <translation>Un fichier raster de cet ordinateur est nécessaire.</translation>
        </message>
        <message>
            <source>A raster file of this machine, or a product as it was downloaded (its zip, its folder .SAFE, manifest.safe), which is prepared first, with DEM by height.</source>
            <translation>Un fichier raster de cet ordinateur, ou un produit tel que téléchargé (son zip, son dossier .SAFE, manifest.safe), qui est d'abord préparé, avec DEM selon les altitudes.</translation>
        </message>
        <message>
            <source>A raster with the number of people in each pixel, of any pixel size, such as GHS-POP or WorldPop.</source>
            <translation>Un raster avec le nombre de personnes dans chaque pixel, de n'importe quelle taille de pixel, comme GHS-POP ou WorldPop.</translation>
        </message>
        <message>
            <source>A run is under way.</source>
            <translation>Une exécution est en cours.</translation>
        </message>
        <message>
            <source>Add a model of your own…</source>
            <translation>Ajouter un modèle à vous…</translation>
        </message>
        <message>
            <source>Add it to this project</source>
            <translation>L'ajouter à ce projet</translation>
        </message>
        <message>
            <source>Add the layers of this run to the project</source>
            <translation>Ajoute au projet les couches de cette exécution</translation>
        </message>
        <message>
            <source>Add the map</source>
            <translation>Ajouter la carte</translation>
        </message>
        <message>
            <source>Adds the layers imageFootprint (what was observed) and notAnalysed (the rest, with the reason).</source>
            <translation>Ajoute les couches imageFootprint (ce qui a été observé) et notAnalysed (le reste, avec la raison).</translation>
        </message>
        <message>
            <source>Affected, depth…</source>
            <translation>Enjeux, hauteur d'eau…</translation>
        </message>
        <message>
            <source>After detection</source>
            <translation>Après la détection</translation>
        </message>
        <message>
            <source>All cores</source>
            <translation>Tous les cœurs</translation>
        </message>
        <message>
            <source>All images in it; single-band files whose names differ only in VV and VH are one scene.</source>
            <translation>Toutes ses images ; les fichiers à une bande dont les noms ne diffèrent que par VV et VH forment une scène.</translation>
        </message>
        <message>
            <source>An earlier image of the same kind and place; best 12 or 24 days before, from the same satellite track. Its grid may differ.</source>
            <translation>Une image antérieure de même type et du même lieu ; au mieux 12 ou 24 jours avant, de la même orbite relative. Sa grille peut être différente.</translation>
        </message>
        <message>
            <source>An earlier image of the same kind, with VV and VH; on any grid. Best 12 or 24 days before, from the same track.</source>
            <translation>Une image antérieure de même type, avec VV et VH ; sur n'importe quelle grille. Au mieux 12 ou 24 jours avant, de la même orbite relative.</translation>
        </message>
        <message>
            <source>An extent is XMIN,XMAX,YMIN,YMAX, with its reference system in square brackets where it is not the image's.</source>
            <translation>Une emprise s'écrit XMIN,XMAX,YMIN,YMAX, avec son système de coordonnées entre crochets si ce n'est pas celui de l'image.</translation>
        </message>
        <message>
            <source>An image of the sea: VV where it has that band, else HH or its only band.</source>
            <translation>Une image de la mer : VV si elle a cette bande, sinon HH ou sa seule bande.</translation>
        </message>
        <message>
            <source>An installed model, or the path of a card. Empty: the task's own model.</source>
            <translation>Un modèle installé, ou le chemin d'une fiche. Vide : le modèle propre à la tâche.</translation>
        </message>
        <message>
            <source>An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4; on any grid. Needs the radar image before as well, and a model with an optical input, which is then taken where MODEL is empty.</source>
            <translation>Une image optique de la date à cartographier, comme Sentinel-2 avec B11, B8 et B4 ; sur n'importe quelle grille. Il faut aussi l'image radar antérieure, et un modèle à entrée optique, qui est pris si MODEL est vide.</translation>
        </message>
        <message>
            <source>An optical image of the earlier date, with the same bands, if there is one; on any grid.</source>
            <translation>Une image optique de la date antérieure, avec les mêmes bandes, s'il y en a une ; sur n'importe quelle grille.</translation>
        </message>
        <message>
            <source>Another threshold</source>
            <translation>Autre seuil</translation>
        </message>
        <message>
            <source>Area of interest</source>
            <translation>Zone d'intérêt</translation>
        </message>
        <message>
            <source>As found: {scale}</source>
            <translation>Trouvé : {scale}</translation>
        </message>
        <message>
            <source>As the product has it, for comparison with other tools.</source>
            <translation>Telle que le produit l'a, pour comparer avec d'autres outils.</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatique</translation>
        </message>
        <message>
            <source>Average over flips</source>
            <translation>Moyenner avec le miroir</translation>
        </message>
        <message>
            <source>Average over the mirror image as well. It takes twice the time.</source>
            <translation>Moyenner aussi avec l'image miroir. Cela prend deux fois plus de temps.</translation>
        </message>
        <message>
            <source>BANDS '{text}' cannot be read.</source>
            <translation>BANDS '{text}' est illisible.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>Fond</translation>
        </message>
        <message>
            <source>Backscatter change between two dates</source>
            <translation>Changement de rétrodiffusion, deux dates</translation>
        </message>
        <message>
            <source>Backscatter decrease (darker)</source>
            <translation>Rétrodiffusion en baisse (plus sombre)</translation>
        </message>
        <message>
            <source>Backscatter increase (brighter)</source>
            <translation>Rétrodiffusion en hausse (plus clair)</translation>
        </message>
        <message>
            <source>Bands</source>
            <translation>Bandes</translation>
        </message>
        <message>
            <source>Bands: {bands}</source>
            <translation>Bandes : {bands}</translation>
        </message>
        <message>
            <source>Begins the names, for example EMSR728; empty: the map's own name.</source>
            <translation>Début des noms, par exemple EMSR728 ; vide : le nom de la carte elle-même.</translation>
        </message>
        <message>
            <source>Begins the title, for example: Flood on the Elbe, June 2013.</source>
            <translation>Début du titre, par exemple : Crue de l'Elbe, juin 2013.</translation>
        </message>
        <message>
            <source>Below {percent} %</source>
            <translation>Moins de {percent} %</translation>
        </message>
        <message>
            <source>Buildings, roads, places, land use: points, lines or polygons, as they are now, with their edits.</source>
            <translation>Bâtiments, routes, lieux, occupation du sol : points, lignes ou polygones, tels qu'ils sont maintenant, avec leurs modifications.</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>CPU threads</source>
            <translation>Threads CPU</translation>
        </message>
        <message>
            <source>CPU threads for an image; empty: all cores. 0: all cores.</source>
            <translation>Threads CPU pour une image ; vide : tous les cœurs. 0 : tous les cœurs.</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Étalonnage</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was written.</source>
            <translation>Annulé. Rien n'a été écrit.</translation>
        </message>
        <message>
            <source>Cancelled. What was finished stays; the same run goes on from there.</source>
            <translation>Annulé. Ce qui était terminé reste ; la même exécution reprend à cet endroit.</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Annulation…</translation>
        </message>
        <message>
            <source>Card: {path}</source>
            <translation>Fiche : {path}</translation>
        </message>
        <message>
            <source>Change (dB)</source>
            <translation>Changement (dB)</translation>
        </message>
        <message>
            <source>Change detected</source>
            <translation>Changement détecté</translation>
        </message>
        <message>
            <source>Change in dB</source>
            <translation>Changement en dB</translation>
        </message>
        <message>
            <source>Change needs an older image.</source>
            <translation>Le changement demande une image plus ancienne.</translation>
        </message>
        <message>
            <source>Change of radar backscatter (possible flood, building site or harvest), never proof of any of them; wind on water, rain, snow, crops and another viewing direction change it too. Preliminary, not field validated.</source>
            <translation>Changement de la rétrodiffusion radar (inondation, chantier ou récolte possibles), jamais une preuve ; le vent sur l'eau, la pluie, la neige, les cultures et une autre géométrie de visée la changent aussi. Préliminaire, non validé sur le terrain.</translation>
        </message>
        <message>
            <source>Check the coordinate reference system of the layer, or map the whole image.</source>
            <translation>Vérifiez le système de coordonnées de la couche, ou cartographiez l'image entière.</translation>
        </message>
        <message>
            <source>Check the path.</source>
            <translation>Vérifiez le chemin.</translation>
        </message>
        <message>
            <source>Checking what was installed…</source>
            <translation>Vérification de l'installation…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Vérification…</translation>
        </message>
        <message>
            <source>Choose a folder, or tick layers and leave the folder empty.</source>
            <translation>Choisissez un dossier, ou cochez des couches et laissez le dossier vide.</translation>
        </message>
        <message>
            <source>Choose a radar image.</source>
            <translation>Choisissez une image radar.</translation>
        </message>
        <message>
            <source>Choose another place, or make room there.</source>
            <translation>Choisissez un autre emplacement, ou libérez-y de la place.</translation>
        </message>
        <message>
            <source>Choose at least one.</source>
            <translation>Choisissez-en au moins un.</translation>
        </message>
        <message>
            <source>Choose one, add a raster layer (Layer, Add Layer, Add Raster Layer…), or drop a Sentinel-1 product here.</source>
            <translation>Choisissez-en une, ajoutez une couche raster (Couche, Ajouter une couche, Ajouter une couche raster…), ou déposez ici un produit Sentinel-1.</translation>
        </message>
        <message>
            <source>Choose the class raster, or make the map again.</source>
            <translation>Choisissez le raster de classes, ou refaites la carte.</translation>
        </message>
        <message>
            <source>Choose the image that was taken earlier.</source>
            <translation>Choisissez l'image prise plus tôt.</translation>
        </message>
        <message>
            <source>Choose: {candidates}?</source>
            <translation>Choisissez : {candidates} ?</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>Raster de classes</translation>
        </message>
        <message>
            <source>Click the arrow beside the extent, or map the whole image.</source>
            <translation>Cliquez sur la flèche à côté de l'emprise, ou cartographiez l'image entière.</translation>
        </message>
        <message>
            <source>Click the arrow to draw</source>
            <translation>Cliquez sur la flèche pour dessiner</translation>
        </message>
        <message>
            <source>Close other programs, or map a smaller extent.</source>
            <translation>Fermez d'autres programmes, ou cartographiez une emprise plus petite.</translation>
        </message>
        <message>
            <source>Computed on: {device}</source>
            <translation>Calculé avec : {device}</translation>
        </message>
        <message>
            <source>Computing on: {device}</source>
            <translation>Calcul avec : {device}</translation>
        </message>
        <message>
            <source>Connectivity</source>
            <translation>Connexité</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Contact on pages</source>
            <translation>Contact sur les pages</translation>
        </message>
        <message>
            <source>Coordinates: {crs}</source>
            <translation>Coordonnées : {crs}</translation>
        </message>
        <message>
            <source>Copied. Run it in a terminal, then click 'Check again':</source>
            <translation>Copiée. Exécutez-la dans un terminal, puis cliquez sur 'Vérifier à nouveau' :</translation>
        </message>
        <message>
            <source>Copied. Run it on any computer with internet and Python, bring the folder '{folder}' here, and take it with step 2:</source>
            <translation>Copiée. Exécutez-la sur n'importe quel ordinateur avec internet et Python, apportez ici le dossier '{folder}', et prenez-le à l'étape 2 :</translation>
        </message>
        <message>
            <source>Correct it, or leave it out to map the whole image.</source>
            <translation>Corrigez-la, ou laissez-la vide pour cartographier l'image entière.</translation>
        </message>
        <message>
            <source>Countries</source>
            <translation>Pays</translation>
        </message>
        <message>
            <source>Counts for each polygon of a layer (districts, parcels, river reaches) the hectares detected, possible water, reference water, masked, not observed, observed, and outside the image. "Not observed" is not "dry".

A pixel counts for the zone that holds its centre; zones may overlap. The output has the zones' own fields and the new ones.</source>
            <translation>Compte pour chaque polygone d'une couche (communes, parcelles, tronçons de rivière) les hectares détectés, d'eau possible, d'eau de référence, masqués, non observés, observés et hors de l'image. "Non observé" n'est pas "sec".

Un pixel compte pour la zone qui contient son centre ; les zones peuvent se chevaucher. La sortie a les champs des zones et les nouveaux.</translation>
        </message>
        <message>
            <source>Counts what of your layers and of a population raster lies in the flood, in possible water, in reference water, where nothing was mapped, and where nothing was observed: features touched, kilometres of lines, hectares of areas, people. In total and for each zone. "Not observed" is not "dry": its share stands beside every number.

Every feature is laid over the pixels exactly, lengths and areas are the ellipsoid's, and people are shared out by area.

An estimate from the extent of the map, for a first look. Written to PREFIX_exposure.gpkg beside the map, it comes into the one-page PDF and into the package.</source>
            <translation>Compte ce qui, de vos couches et d'un raster de population, se trouve dans l'inondation, dans l'eau possible, dans l'eau de référence, là où rien n'a été cartographié et là où rien n'a été observé : entités touchées, kilomètres de lignes, hectares de surfaces, personnes. Au total et par zone. "Non observé" n'est pas "sec" : sa part figure à côté de chaque nombre.

Chaque entité est superposée exactement aux pixels, longueurs et surfaces sont celles de l'ellipsoïde, et les personnes sont réparties par surface.

Une estimation d'après l'étendue de la carte, pour un premier regard. Écrite dans PREFIX_exposure.gpkg à côté de la carte, elle entre dans le PDF d'une page et dans le paquet.</translation>
        </message>
        <message>
            <source>Cubic metres of water</source>
            <translation>Mètres cubes d'eau</translation>
        </message>
        <message>
            <source>DEM</source>
            <translation>MNT</translation>
        </message>
        <message>
            <source>Dark features at sea, never proof of oil: low wind, natural films, rain, upwelling, ice, ship wakes and shadow at the coast look alike. To be checked by an analyst, a ship or an aircraft; slicks are seen in winds of about 2 to 12 m/s only. Preliminary, not field validated.</source>
            <translation>Zones sombres en mer, jamais une preuve d'hydrocarbures : vent faible, films naturels, pluie, remontées d'eau, glace, sillages et ombre de la côte se ressemblent. À vérifier par un analyste, un navire ou un avion ; les nappes ne se voient que par des vents d'environ 2 à 12 m/s. Préliminaire, non validé sur le terrain.</translation>
        </message>
        <message>
            <source>Dark ground everywhere</source>
            <translation>Sol sombre partout</translation>
        </message>
        <message>
            <source>Dark-spot rule, against the sea around</source>
            <translation>Règle des taches sombres, par rapport à la mer autour</translation>
        </message>
        <message>
            <source>Degrees</source>
            <translation>Degrés</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>Hauteur d'eau</translation>
        </message>
        <message>
            <source>Depth of the water</source>
            <translation>Hauteur d'eau</translation>
        </message>
        <message>
            <source>Detect change</source>
            <translation>Détecter le changement</translation>
        </message>
        <message>
            <source>Detect floods</source>
            <translation>Détecter les inondations</translation>
        </message>
        <message>
            <source>Detect floods…</source>
            <translation>Détecter les inondations…</translation>
        </message>
        <message>
            <source>Detect possible oil</source>
            <translation>Chercher des hydrocarbures</translation>
        </message>
        <message>
            <source>Detect water</source>
            <translation>Détecter l'eau</translation>
        </message>
        <message>
            <source>Detected</source>
            <translation>Détecté</translation>
        </message>
        <message>
            <source>Detection</source>
            <translation>Détection</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Processeur</translation>
        </message>
        <message>
            <source>Disclaimer</source>
            <translation>Avertissement</translation>
        </message>
        <message>
            <source>Disclaimer on pages</source>
            <translation>Avertissement sur les pages</translation>
        </message>
        <message>
            <source>Do again what is done</source>
            <translation>Refaire ce qui est fait</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Drawn, typed or from a layer</source>
            <translation>Dessinée, saisie ou d'une couche</translation>
        </message>
        <message>
            <source>EXTENT '{value}' does not touch the image.</source>
            <translation>EXTENT '{value}' ne touche pas l'image.</translation>
        </message>
        <message>
            <source>Empty: 10, of products with larger pixels 20.</source>
            <translation>Vide : 10, et 20 pour les produits à pixels plus grands.</translation>
        </message>
        <message>
            <source>Engine…</source>
            <translation>Moteur…</translation>
        </message>
        <message>
            <source>Estimate who and what lies in the water, and how deep it is. The page and the package take both up.</source>
            <translation>Estime qui et quoi se trouve dans l'eau, et quelle en est la hauteur. La page et le paquet reprennent les deux.</translation>
        </message>
        <message>
            <source>Estimates how deep a flood is: along its edge the ground's height is that of the water; a surface is laid over each connected body of water, and the ground taken away. Edges of clouds, of the swath and of what was not mapped tell nothing. Where the edge is too short or the DEM too coarse, no depth is given, and it is said for how many hectares.

After INFLOS (Caretto et al. 2025) and FwDET (Cohen et al. 2018, 2022).

An estimate from the extent of the map, for a first look. Written to PREFIX_depth.tif beside the map, it comes into the one-page PDF and into the package.</source>
            <translation>Estime la hauteur d'eau d'une inondation : le long de son bord, l'altitude du sol est celle de l'eau ; une surface est posée sur chaque plan d'eau d'un seul tenant, et le sol en est soustrait. Les bords des nuages, de la fauchée et de ce qui n'a pas été cartographié ne disent rien. Là où le bord est trop court ou le MNT trop grossier, aucune hauteur n'est donnée, et il est dit pour combien d'hectares.

D'après INFLOS (Caretto et al. 2025) et FwDET (Cohen et al. 2018, 2022).

Une estimation d'après l'étendue de la carte, pour un premier regard. Écrite dans PREFIX_depth.tif à côté de la carte, elle entre dans le PDF d'une page et dans le paquet.</translation>
        </message>
        <message>
            <source>Estimates, for a first look</source>
            <translation>Estimations, pour un premier regard</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Événement</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Emprise</translation>
        </message>
        <message>
            <source>Fill holes up to hectares</source>
            <translation>Combler les trous jusqu'à (ha)</translation>
        </message>
        <message>
            <source>Fill the form with the task, the images and all options of this run</source>
            <translation>Remplit le formulaire avec la tâche, les images et toutes les options de cette exécution</translation>
        </message>
        <message>
            <source>Fixed threshold</source>
            <translation>Seuil fixe</translation>
        </message>
        <message>
            <source>Flood detected</source>
            <translation>Inondation détectée</translation>
        </message>
        <message>
            <source>Flood extent (water now, not usually)</source>
            <translation>Inondation (eau inhabituelle)</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Folder (.SAFE)…</source>
            <translation>Dossier (.SAFE)…</translation>
        </message>
        <message>
            <source>Folder of a Sentinel-1 product</source>
            <translation>Dossier d'un produit Sentinel-1</translation>
        </message>
        <message>
            <source>Folder of packages</source>
            <translation>Dossier des paquets</translation>
        </message>
        <message>
            <source>Folder of radar images</source>
            <translation>Dossier d'images radar</translation>
        </message>
        <message>
            <source>Folder of results</source>
            <translation>Dossier des résultats</translation>
        </message>
        <message>
            <source>Folder of the event</source>
            <translation>Dossier de l'événement</translation>
        </message>
        <message>
            <source>Folder of the results (FOLDER/NAME/NAME_class.tif and so on) and of the table summary.csv.</source>
            <translation>Dossier des résultats (DOSSIER/NOM/NOM_class.tif, etc.) et du tableau summary.csv.</translation>
        </message>
        <message>
            <source>Footprint as well</source>
            <translation>Aussi l'empreinte</translation>
        </message>
        <message>
            <source>For example EMSR728; empty: the map's own name</source>
            <translation>Par exemple EMSR728 ; vide : le nom de la carte</translation>
        </message>
        <message>
            <source>For the fields prob_mean and prob_max; empty: the one of the same run, where it lies beside the map.</source>
            <translation>Pour les champs prob_mean et prob_max ; vide : celle de la même exécution, si elle est à côté de la carte.</translation>
        </message>
        <message>
            <source>Found by itself</source>
            <translation>Trouvé automatiquement</translation>
        </message>
        <message>
            <source>From a card…</source>
            <translation>Depuis une fiche…</translation>
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
            <translation>GeoPackage (.gpkg), GeoJSON (.geojson, en degrés) ou Shapefile (.shp). Un fichier de ce nom est remplacé.</translation>
        </message>
        <message>
            <source>Graphics card</source>
            <translation>Carte graphique</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>Grille</translation>
        </message>
        <message>
            <source>Hectares detected</source>
            <translation>Hectares détectés</translation>
        </message>
        <message>
            <source>Hectares in polygons</source>
            <translation>Hectares en polygones</translation>
        </message>
        <message>
            <source>Hectares in smaller pieces</source>
            <translation>Hectares en morceaux plus petits</translation>
        </message>
        <message>
            <source>Hectares in zones</source>
            <translation>Hectares par zone</translation>
        </message>
        <message>
            <source>Hectares in {name}</source>
            <translation>Hectares dans {name}</translation>
        </message>
        <message>
            <source>Hectares masked</source>
            <translation>Hectares masqués</translation>
        </message>
        <message>
            <source>Hectares not observed</source>
            <translation>Hectares non observés</translation>
        </message>
        <message>
            <source>Hectares observed</source>
            <translation>Hectares observés</translation>
        </message>
        <message>
            <source>Hectares of decrease</source>
            <translation>Hectares de diminution</translation>
        </message>
        <message>
            <source>Hectares of increase</source>
            <translation>Hectares d'augmentation</translation>
        </message>
        <message>
            <source>Hectares of possible water</source>
            <translation>Hectares d'eau possible</translation>
        </message>
        <message>
            <source>Hectares of reference water</source>
            <translation>Hectares d'eau de référence</translation>
        </message>
        <message>
            <source>Hectares outside the image</source>
            <translation>Hectares hors de l'image</translation>
        </message>
        <message>
            <source>Hectares with a depth</source>
            <translation>Hectares avec une hauteur d'eau</translation>
        </message>
        <message>
            <source>Hectares without a depth</source>
            <translation>Hectares sans hauteur d'eau</translation>
        </message>
        <message>
            <source>Heights (DEM)</source>
            <translation>Altitudes (MNT)</translation>
        </message>
        <message>
            <source>Heights (DEM) for products</source>
            <translation>Altitudes (MNT) pour les produits</translation>
        </message>
        <message>
            <source>Heights count from</source>
            <translation>Référence des altitudes</translation>
        </message>
        <message>
            <source>Heights in metres for Sentinel-1 products: hills come to their place, layover and shadow are not mapped (class 251). For products as they were downloaded only; other images are in their place already.</source>
            <translation>Altitudes en mètres pour les produits Sentinel-1 : le relief est mis à sa place, le repliement et l'ombre ne sont pas cartographiés (classe 251). Seulement pour les produits tels que téléchargés ; les autres images sont déjà à leur place.</translation>
        </message>
        <message>
            <source>Heights of the ground (DEM)</source>
            <translation>Altitudes du sol (MNT)</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>History of runs</source>
            <translation>Historique des exécutions</translation>
        </message>
        <message>
            <source>How deep the water is…</source>
            <translation>Quelle est la hauteur d'eau…</translation>
        </message>
        <message>
            <source>How far outlines may be moved on the ground; 0: not at all. The field area_ha stays the area of the pixels.</source>
            <translation>De combien les contours peuvent être déplacés au sol ; 0 : pas du tout. Le champ area_ha reste la surface des pixels.</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>Image before</source>
            <translation>Image antérieure</translation>
        </message>
        <message>
            <source>Image before the flood</source>
            <translation>Image avant l'inondation</translation>
        </message>
        <message>
            <source>Image before:</source>
            <translation>Image antérieure :</translation>
        </message>
        <message>
            <source>Image during the flood</source>
            <translation>Image pendant l'inondation</translation>
        </message>
        <message>
            <source>Image of the sea</source>
            <translation>Image de la mer</translation>
        </message>
        <message>
            <source>In metres, in any coordinate reference system; best without trees and houses, and no coarser than 30 m.</source>
            <translation>En mètres, dans n'importe quel système de coordonnées ; au mieux sans arbres ni maisons, et pas plus grossier que 30 m.</translation>
        </message>
        <message>
            <source>In metres, on any grid: hills come to their place, and layover and shadow are found.</source>
            <translation>En mètres, sur n'importe quelle grille : le relief est mis à sa place, et le repliement et l'ombre sont trouvés.</translation>
        </message>
        <message>
            <source>In metres, with styles, a table (.csv) of bodies and zones, and a record beside it. A file of this name is replaced.</source>
            <translation>En mètres, avec styles, un tableau (.csv) des plans d'eau et des zones, et un compte rendu à côté. Un fichier de ce nom est remplacé.</translation>
        </message>
        <message>
            <source>Install Tidemark again.</source>
            <translation>Réinstallez Tidemark.</translation>
        </message>
        <message>
            <source>Install the engine again: Tidemark panel, 'Engine'.</source>
            <translation>Réinstallez le moteur : panneau Tidemark, 'Moteur'.</translation>
        </message>
        <message>
            <source>Installation stopped.</source>
            <translation>Installation arrêtée.</translation>
        </message>
        <message>
            <source>Installed: {names}.</source>
            <translation>Installés : {names}.</translation>
        </message>
        <message>
            <source>Installing into {folder}</source>
            <translation>Installation dans {folder}</translation>
        </message>
        <message>
            <source>Install…</source>
            <translation>Installer…</translation>
        </message>
        <message>
            <source>Instead of a folder: layers with VV and VH, each a raster file of this machine.</source>
            <translation>Au lieu d'un dossier : des couches avec VV et VH, chacune un fichier raster de cet ordinateur.</translation>
        </message>
        <message>
            <source>Is drawn below the map, for example the radar image or a base map; empty: white paper.</source>
            <translation>Est dessinée sous la carte, par exemple l'image radar ou un fond de carte ; vide : papier blanc.</translation>
        </message>
        <message>
            <source>Its card (NAME.json) with its network (.onnx) beside it; the folder models of Tidemark has examples</source>
            <translation>Sa fiche (NOM.json) avec son réseau (.onnx) à côté ; le dossier models de Tidemark contient des exemples</translation>
        </message>
        <message>
            <source>Its card has no figures: nobody has told how good it is.</source>
            <translation>Sa fiche n'a pas de chiffres : personne n'a dit ce qu'il vaut.</translation>
        </message>
        <message>
            <source>Its files stay where they are</source>
            <translation>Ses fichiers restent où ils sont</translation>
        </message>
        <message>
            <source>Its pixel values are not clear: choose 'Pixel values' below, for both images.</source>
            <translation>Ses valeurs de pixels ne sont pas claires : choisissez ci-dessous 'Valeurs des pixels', pour les deux images.</translation>
        </message>
        <message>
            <source>Its value from which water is usual; empty: 75 per cent, 8 months or 1.</source>
            <translation>Sa valeur à partir de laquelle l'eau est habituelle ; vide : 75 pour cent, 8 mois ou 1.</translation>
        </message>
        <message>
            <source>Keep the result in</source>
            <translation>Conserver le résultat dans</translation>
        </message>
        <message>
            <source>Kept in {folder}</source>
            <translation>Conservé dans {folder}</translation>
        </message>
        <message>
            <source>Kittler-Illingworth thresholds on tiles</source>
            <translation>Seuils de Kittler-Illingworth par tuiles</translation>
        </message>
        <message>
            <source>Land</source>
            <translation>Terre</translation>
        </message>
        <message>
            <source>Largest depth in metres</source>
            <translation>Plus grande hauteur d'eau en mètres</translation>
        </message>
        <message>
            <source>Layers of buildings, roads, places or land use are needed, or a population raster.</source>
            <translation>Il faut des couches de bâtiments, de routes, de lieux ou d'occupation du sol, ou un raster de population.</translation>
        </message>
        <message>
            <source>Layers with their shares</source>
            <translation>Couches avec leurs parts</translation>
        </message>
        <message>
            <source>Layover and radar shadow, with a DEM</source>
            <translation>Repliement et ombre radar, avec un MNT</translation>
        </message>
        <message>
            <source>Layover and radar shadow; what is not 0 is not mapped (class 251). The radar could not see there.</source>
            <translation>Repliement (layover) et ombre radar ; ce qui n'est pas 0 n'est pas cartographié (classe 251). Le radar ne pouvait pas y voir.</translation>
        </message>
        <message>
            <source>Least area in hectares</source>
            <translation>Surface minimale en hectares</translation>
        </message>
        <message>
            <source>Leave out: height above the nearest drainage</source>
            <translation>Exclure : hauteur au-dessus du drainage le plus proche</translation>
        </message>
        <message>
            <source>Leave out: layover and radar shadow</source>
            <translation>Exclure : repliement et ombre radar</translation>
        </message>
        <message>
            <source>Leave out: polygons</source>
            <translation>Exclure : polygones</translation>
        </message>
        <message>
            <source>Leave out: slope</source>
            <translation>Exclure : pente</translation>
        </message>
        <message>
            <source>Leave possible water among plants or buildings out of the map. It has a class of its own (5), is counted apart, and is never reference water.</source>
            <translation>Laisser hors de la carte l'eau possible parmi la végétation ou les bâtiments. Elle a sa propre classe (5), est comptée à part et n'est jamais de l'eau de référence.</translation>
        </message>
        <message>
            <source>Leave the thermal noise in</source>
            <translation>Laisser le bruit thermique</translation>
        </message>
        <message>
            <source>Left out:</source>
            <translation>Exclu :</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Légende</translation>
        </message>
        <message>
            <source>Let it end in {endings}.</source>
            <translation>Faites-le finir par {endings}.</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>Limites</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>Localisation</translation>
        </message>
        <message>
            <source>Location (simulated)</source>
            <translation>Localisation (simulée)</translation>
        </message>
        <message>
            <source>Log-ratio, Kittler-Illingworth threshold</source>
            <translation>Log-rapport, seuil de Kittler-Illingworth</translation>
        </message>
        <message>
            <source>Log-ratio, Otsu threshold</source>
            <translation>Log-rapport, seuil d'Otsu</translation>
        </message>
        <message>
            <source>Log-ratio, from 3 dB either way</source>
            <translation>Log-rapport, dès 3 dB dans les deux sens</translation>
        </message>
        <message>
            <source>Looking for the engine…</source>
            <translation>Recherche du moteur…</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Fait</translation>
        </message>
        <message>
            <source>Make it again, or put its files back where they were.</source>
            <translation>Refaites-la, ou remettez ses fichiers là où ils étaient.</translation>
        </message>
        <message>
            <source>Make polygons</source>
            <translation>Créer les polygones</translation>
        </message>
        <message>
            <source>Makes polygons of what was detected. Each has its geodesic area in hectares, right in any coordinate reference system, its mean and highest probability, and says which image, model and threshold it comes from.

The file is read in strips, so a whole scene needs little memory.</source>
            <translation>Crée des polygones de ce qui a été détecté. Chacun a sa surface géodésique en hectares, juste dans n'importe quel système de coordonnées, sa probabilité moyenne et maximale, et dit de quelle image, de quel modèle et de quel seuil il provient.

Le fichier est lu par bandes, une scène entière demande donc peu de mémoire.</translation>
        </message>
        <message>
            <source>Makes the map of an earlier run anew with another threshold, from its stored probability, in seconds and without the network. A lower threshold finds more and invents more.

The run record (NAME_run.json) and the class raster should lie beside the probability (NAME_probability.tif), as the run wrote them: they tell what the map shows and what was left out. The new map gets a record of its own, which says where it comes from.</source>
            <translation>Refait la carte d'une exécution antérieure avec un autre seuil, à partir de sa probabilité enregistrée, en quelques secondes et sans le réseau. Un seuil plus bas trouve plus et invente plus.

Le compte rendu (NAME_run.json) et le raster de classes doivent être à côté de la probabilité (NAME_probability.tif), tels que l'exécution les a écrits : ils disent ce que montre la carte et ce qui a été exclu. La nouvelle carte reçoit son propre compte rendu, qui dit d'où elle vient.</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Carte</translation>
        </message>
        <message>
            <source>Map many scenes</source>
            <translation>Cartographier plusieurs scènes</translation>
        </message>
        <message>
            <source>Map on one page (PDF)</source>
            <translation>Carte sur une page (PDF)</translation>
        </message>
        <message>
            <source>Map water, floods, change and possible oil from radar images</source>
            <translation>Cartographier l'eau, les inondations, les changements et les hydrocarbures possibles à partir d'images radar</translation>
        </message>
        <message>
            <source>Map {name}</source>
            <translation>Carte {name}</translation>
        </message>
        <message>
            <source>Maps dark features at sea in one band of a radar image (VV is best): possible oil / dark feature (class 1). Polygons with area, length, contrast to the sea around, distance to land and confidence are written beside the map (NAME_features.gpkg) where the image has a georeference.

Give the land, as polygons or as a raster: dark land, lakes and radar shadow at the coast pass for features otherwise. Give the wind where you know it: in calm air much of the sea is dark, and in strong wind oil is not seen.

A dark feature is never proof of oil. Look-alikes are common: low wind, natural films, algae, rain, upwelling, ice, ship wakes. Real look-alikes were not part of any test. An analyst, a ship or an aircraft has to check. Slicks are seen in winds of about 2 to 12 m/s only; none seen is not none there. Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere.</source>
            <translation>Cartographie les zones sombres en mer dans une bande d'une image radar (VV de préférence) : hydrocarbures possibles / zone sombre (classe 1). Des polygones avec surface, longueur, contraste avec la mer autour, distance à la terre et confiance sont écrits à côté de la carte (NAME_features.gpkg) si l'image est géoréférencée.

Donnez la terre, en polygones ou en raster : sinon la terre sombre, les lacs et l'ombre radar de la côte passent pour des nappes. Donnez le vent si vous le connaissez : par temps calme une grande partie de la mer est sombre, et par vent fort les hydrocarbures ne se voient pas.

Une zone sombre n'est jamais une preuve d'hydrocarbures. Les fausses alertes sont fréquentes : vent faible, films naturels, algues, pluie, remontées d'eau, glace, sillages. Aucun essai n'a porté sur de vraies fausses alertes. Un analyste, un navire ou un avion doit vérifier. Les nappes se voient par des vents d'environ 2 à 12 m/s ; ne rien voir ne veut pas dire qu'il n'y a rien. Préliminaire, non validé sur le terrain. Tout est calculé sur cet ordinateur, dans un processus à part. Rien n'est envoyé nulle part.</translation>
        </message>
        <message>
            <source>Maps every image of a folder, or every layer of a list, one after the other, each with its own result, and keeps a summary table. A scene that fails does not stop the others.

What is done already is skipped and what failed is tried again: the same run goes on after an interruption.</source>
            <translation>Cartographie chaque image d'un dossier, ou chaque couche d'une liste, l'une après l'autre, chacune avec son propre résultat, et tient un tableau récapitulatif. Une scène qui échoue n'arrête pas les autres.

Ce qui est déjà fait est sauté et ce qui a échoué est réessayé : la même exécution reprend après une interruption.</translation>
        </message>
        <message>
            <source>Maps flood: what is water in the radar image now and was not in an image before, or is not in a raster of reference water (class 1). Water of both is reference water (class 2).

With neither of them, the map shows water on one date, and is called water extent, not flood.

The image before may lie on another grid; best is the same season and the same satellite track. Steep ground, heights above the drainage, layover and polygons of your own can be left out.

A cloud-free optical image of the date to map, better one of each date, may stand beside the two radar images; under clouds and outside them the radar decides alone, and the messages say for how much of the area they were used.

Open, calm water is what to act on. Water among plants or buildings is at best possible water (class 5), which also holds ground; under trees and in streets it is missed, as is water roughened by wind. Not observed is not dry. Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere.</source>
            <translation>Cartographie les inondations : ce qui est de l'eau maintenant dans l'image radar et ne l'était pas dans une image antérieure, ou ne l'est pas dans un raster d'eau de référence (classe 1). L'eau des deux est de l'eau de référence (classe 2).

Sans l'un ni l'autre, la carte montre l'eau à une date, et s'appelle étendue d'eau, pas inondation.

L'image antérieure peut être sur une autre grille ; le mieux est la même saison et la même orbite relative. Les terrains raides, les hauteurs au-dessus du drainage, le repliement et vos propres polygones peuvent être exclus.

Une image optique sans nuages de la date à cartographier, mieux une de chaque date, peut accompagner les deux images radar ; sous les nuages et en dehors d'elles le radar décide seul, et les messages disent pour quelle part de la surface elles ont servi.

C'est sur l'eau libre et calme que l'on peut agir. L'eau parmi la végétation ou les bâtiments est au mieux de l'eau possible (classe 5), qui contient aussi du sol ; sous les arbres et dans les rues elle est manquée, comme l'eau agitée par le vent. Non observé n'est pas sec. Préliminaire, non validé sur le terrain. Tout est calculé sur cet ordinateur, dans un processus à part. Rien n'est envoyé nulle part.</translation>
        </message>
        <message>
            <source>Maps made on this computer whose files are still there, newest first</source>
            <translation>Cartes faites sur cet ordinateur dont les fichiers existent encore, les plus récentes d'abord</translation>
        </message>
        <message>
            <source>Maps open water in one Sentinel-1 image (VV and VH) with a small network, on this machine and in a process of its own. Nothing is sent anywhere.

The map lies on the image's own grid: 0 not detected, 1 detected, 5 possible water, 250 to 252 left out, 255 not observed. The probability (0 to 100, 255 not observed), a run record and styles are written beside it under the same name.

Open, calm water is what to act on. Water among plants or buildings is at best possible water, a class of its own that also holds ground; under trees and in streets it is missed, as is water roughened by wind. Bare fields, dry sand, airfields and radar shadow may be taken for water. Preliminary, not validated in the field.</source>
            <translation>Cartographie l'eau libre dans une image Sentinel-1 (VV et VH) avec un petit réseau, sur cet ordinateur et dans un processus à part. Rien n'est envoyé nulle part.

La carte est sur la grille de l'image : 0 non détecté, 1 détecté, 5 eau possible, 250 à 252 exclu, 255 non observé. La probabilité (0 à 100, 255 non observé), un compte rendu d'exécution et les styles sont écrits à côté sous le même nom.

C'est sur l'eau libre et calme que l'on peut agir. L'eau parmi la végétation ou les bâtiments est au mieux de l'eau possible, une classe à part qui contient aussi du sol ; sous les arbres et dans les rues elle est manquée, comme l'eau agitée par le vent. Les champs nus, le sable sec, les aérodromes et l'ombre radar peuvent être pris pour de l'eau. Préliminaire, non validé sur le terrain.</translation>
        </message>
        <message>
            <source>Maps where the backscatter of two radar images of one place differs: it became darker (decrease, class 3) or brighter (increase, class 4). Where the images are calibrated, the change in dB is written as well (NAME_change_db.tif); for 8-bit pictures, whose brightness is matched first, darker and brighter are relative.

One band or two (VV, VH), the same ones and the same kind of values on both dates; the image before may lie on another grid. Best is the same satellite track and the same season: another viewing direction changes everything.

Change of backscatter is not proof of anything: it may be a flood, a building site or a harvest. Wind on water, rain, snow, crops and the moisture of the soil change it too. The map does not know which; look at other images before you act. Not observed is not unchanged. Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere.</source>
            <translation>Cartographie où la rétrodiffusion de deux images radar d'un même lieu diffère : elle est devenue plus sombre (diminution, classe 3) ou plus claire (augmentation, classe 4). Si les images sont étalonnées, le changement en dB est écrit aussi (NAME_change_db.tif) ; pour les images 8 bits, dont la luminosité est d'abord ajustée, plus sombre et plus clair sont relatifs.

Une bande ou deux (VV, VH), les mêmes et avec le même type de valeurs aux deux dates ; l'image antérieure peut être sur une autre grille. Le mieux est la même orbite relative et la même saison : une autre géométrie de visée change tout.

Un changement de rétrodiffusion ne prouve rien : ce peut être une inondation, un chantier ou une récolte. Le vent sur l'eau, la pluie, la neige, les cultures et l'humidité du sol la changent aussi. La carte ne sait pas lequel ; regardez d'autres images avant d'agir. Non observé n'est pas inchangé. Préliminaire, non validé sur le terrain. Tout est calculé sur cet ordinateur, dans un processus à part. Rien n'est envoyé nulle part.</translation>
        </message>
        <message>
            <source>Mean depth in metres</source>
            <translation>Hauteur d'eau moyenne en mètres</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Mesuré</translation>
        </message>
        <message>
            <source>Measured again by:</source>
            <translation>Se mesure à nouveau avec :</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Méthode</translation>
        </message>
        <message>
            <source>Method: network '{model}'</source>
            <translation>Méthode : réseau '{model}'</translation>
        </message>
        <message>
            <source>Method: unknown</source>
            <translation>Méthode : inconnue</translation>
        </message>
        <message>
            <source>Method: {name} (a classical threshold)</source>
            <translation>Méthode : {name} (un seuil classique)</translation>
        </message>
        <message>
            <source>Metres above the nearest drainage; over 15 is not mapped (class 250). No flood is expected there, and dark ground is not taken for one.</source>
            <translation>Mètres au-dessus du drainage le plus proche ; au-delà de 15, rien n'est cartographié (classe 250). Aucune inondation n'y est attendue, et un sol sombre n'est pas pris pour elle.</translation>
        </message>
        <message>
            <source>Minimum area in hectares</source>
            <translation>Surface minimale en hectares</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <source>Model card</source>
            <translation>Fiche du modèle</translation>
        </message>
        <message>
            <source>Model cards (*.json)</source>
            <translation>Fiches de modèle (*.json)</translation>
        </message>
        <message>
            <source>Move the map to the image, or map the whole image.</source>
            <translation>Déplacez la carte sur l'image, ou cartographiez l'image entière.</translation>
        </message>
        <message>
            <source>Multiscale inference; empty: the model's. For example 0.5,0.75,1. More scales are slower and steadier.</source>
            <translation>Inférence multi-échelle ; vide : celle du modèle. Par exemple 0.5,0.75,1. Plus d'échelles, c'est plus lent et plus stable.</translation>
        </message>
        <message>
            <source>NAME_probability.tif of an earlier run, with NAME_run.json beside it.</source>
            <translation>NAME_probability.tif d'une exécution antérieure, avec NAME_run.json à côté.</translation>
        </message>
        <message>
            <source>NVIDIA graphics card (CUDA)</source>
            <translation>Carte graphique NVIDIA (CUDA)</translation>
        </message>
        <message>
            <source>Names of the zones</source>
            <translation>Noms des zones</translation>
        </message>
        <message>
            <source>Neural network</source>
            <translation>Réseau de neurones</translation>
        </message>
        <message>
            <source>Newer image</source>
            <translation>Image plus récente</translation>
        </message>
        <message>
            <source>No data at the edge, dark inside</source>
            <translation>Bord sans données, sombre dedans</translation>
        </message>
        <message>
            <source>No data everywhere</source>
            <translation>Pas de données partout</translation>
        </message>
        <message>
            <source>No extent has been drawn yet.</source>
            <translation>Aucune emprise n'a encore été dessinée.</translation>
        </message>
        <message>
            <source>No radar image is chosen.</source>
            <translation>Aucune image radar n'est choisie.</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Aucun</translation>
        </message>
        <message>
            <source>None is installed</source>
            <translation>Aucun n'est installé</translation>
        </message>
        <message>
            <source>Not detected</source>
            <translation>Non détecté</translation>
        </message>
        <message>
            <source>Not mapped: excluded</source>
            <translation>Non cartographié : exclu</translation>
        </message>
        <message>
            <source>Not mapped: layover or shadow</source>
            <translation>Non cartographié : repliement ou ombre</translation>
        </message>
        <message>
            <source>Not mapped: outside the task</source>
            <translation>Non cartographié : hors de la tâche</translation>
        </message>
        <message>
            <source>Not mapped: terrain</source>
            <translation>Non cartographié : relief</translation>
        </message>
        <message>
            <source>Not observed</source>
            <translation>Non observé</translation>
        </message>
        <message>
            <source>Not observed (not dry)</source>
            <translation>Non observé (pas sec)</translation>
        </message>
        <message>
            <source>Nothing is given that could be affected.</source>
            <translation>Rien n'est donné qui puisse être touché.</translation>
        </message>
        <message>
            <source>Number of polygons</source>
            <translation>Nombre de polygones</translation>
        </message>
        <message>
            <source>Number of zones</source>
            <translation>Nombre de zones</translation>
        </message>
        <message>
            <source>ONNX</source>
            <translation>ONNX</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' has no ending that polygons can have.</source>
            <translation>OUTPUT '{name}' n'a pas d'extension valable pour des polygones.</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' has no ending that this can be written with.</source>
            <translation>OUTPUT '{name}' n'a pas d'extension avec laquelle ceci peut être écrit.</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' is no GeoTIFF: let its name end in .tif.</source>
            <translation>OUTPUT '{name}' n'est pas un GeoTIFF : faites finir son nom par .tif.</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' is no PDF: let its name end in .pdf.</source>
            <translation>OUTPUT '{name}' n'est pas un PDF : faites finir son nom par .pdf.</translation>
        </message>
        <message>
            <source>Of the image; empty: the UTM zone of its centre.</source>
            <translation>De l'image ; vide : la zone UTM de son centre.</translation>
        </message>
        <message>
            <source>On Debian and Ubuntu, pip comes with the package python3-pip.</source>
            <translation>Sous Debian et Ubuntu, pip vient avec le paquet python3-pip.</translation>
        </message>
        <message>
            <source>One GeoPackage instead of a folder</source>
            <translation>Un GeoPackage au lieu d'un dossier</translation>
        </message>
        <message>
            <source>One file, but without the PDF, and QGIS 3.22 shows its rasters in grey. The folder opens with its colours everywhere.</source>
            <translation>Un seul fichier, mais sans le PDF, et QGIS 3.22 montre ses rasters en gris. Le dossier s'ouvre partout avec ses couleurs.</translation>
        </message>
        <message>
            <source>One-page PDF</source>
            <translation>PDF d'une page</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Ouvrir le journal</translation>
        </message>
        <message>
            <source>Open the Tidemark panel and click 'Install', or name a Python that has them (Settings, Options, Tidemark).</source>
            <translation>Ouvrez le panneau Tidemark et cliquez sur 'Installer', ou indiquez un Python qui les a (Préférences, Options, Tidemark).</translation>
        </message>
        <message>
            <source>Open the Tidemark panel, click 'Engine…' and install the engine again.</source>
            <translation>Ouvrez le panneau Tidemark, cliquez sur 'Moteur…' et réinstallez le moteur.</translation>
        </message>
        <message>
            <source>Open water only</source>
            <translation>Eau libre seulement</translation>
        </message>
        <message>
            <source>Open, calm water only; flooded vegetation and built-up areas may be missed. Preliminary, not field validated.</source>
            <translation>Eau libre et calme seulement ; la végétation inondée et les zones bâties peuvent être manquées. Préliminaire, non validé sur le terrain.</translation>
        </message>
        <message>
            <source>Optical bands</source>
            <translation>Bandes optiques</translation>
        </message>
        <message>
            <source>Optical bands: {bands}</source>
            <translation>Bandes optiques : {bands}</translation>
        </message>
        <message>
            <source>Optical image</source>
            <translation>Image optique</translation>
        </message>
        <message>
            <source>Optical image before the flood</source>
            <translation>Image optique avant l'inondation</translation>
        </message>
        <message>
            <source>Optical images</source>
            <translation>Images optiques</translation>
        </message>
        <message>
            <source>Optical images (in use)</source>
            <translation>Images optiques (utilisées)</translation>
        </message>
        <message>
            <source>Optical images:</source>
            <translation>Images optiques :</translation>
        </message>
        <message>
            <source>Otherwise a scene is skipped whose result, of the same files and options, is there; a result of others is kept.</source>
            <translation>Sinon, une scène dont le résultat existe, fait des mêmes fichiers et avec les mêmes options, est sautée ; un résultat fait autrement est conservé.</translation>
        </message>
        <message>
            <source>Otsu threshold</source>
            <translation>Seuil d'Otsu</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>Fichiers PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Package for hand-over</source>
            <translation>Paquet de livraison</translation>
        </message>
        <message>
            <source>Package, where it is a GeoPackage</source>
            <translation>Paquet, si c'est un GeoPackage</translation>
        </message>
        <message>
            <source>Package, where it is a folder</source>
            <translation>Paquet, si c'est un dossier</translation>
        </message>
        <message>
            <source>Packaged: {folder}</source>
            <translation>Paquet fait : {folder}</translation>
        </message>
        <message>
            <source>Packaged: {path}</source>
            <translation>Paquet fait : {path}</translation>
        </message>
        <message>
            <source>Packaging…</source>
            <translation>Mise en paquet…</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>Page written to {path}</source>
            <translation>Page écrite dans {path}</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papier</translation>
        </message>
        <message>
            <source>Paper of pages</source>
            <translation>Papier des pages</translation>
        </message>
        <message>
            <source>Pixel in metres</source>
            <translation>Pixel en mètres</translation>
        </message>
        <message>
            <source>Pixel values</source>
            <translation>Valeurs des pixels</translation>
        </message>
        <message>
            <source>Pixels of {low} to {high} m as they are; others are resampled</source>
            <translation>Pixels de {low} à {high} m tels quels ; les autres sont rééchantillonnés</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lieu</translation>
        </message>
        <message>
            <source>Please report this: it is a fault of Tidemark.</source>
            <translation>Merci de le signaler : c'est un défaut de Tidemark.</translation>
        </message>
        <message>
            <source>Polygons</source>
            <translation>Polygones</translation>
        </message>
        <message>
            <source>Polygons of 0.5 ha and more</source>
            <translation>Polygones de 0,5 ha et plus</translation>
        </message>
        <message>
            <source>Polygons of 0.5 ha and more with their hectares (.gpkg, .geojson or .shp); other sizes: 'Make polygons'.</source>
            <translation>Polygones de 0,5 ha et plus avec leurs hectares (.gpkg, .geojson ou .shp) ; autres tailles : 'Créer les polygones'.</translation>
        </message>
        <message>
            <source>Polygons of land, or a raster that is not 0 on land (254). Land is not mapped; a layer is taken with its edits.</source>
            <translation>Polygones de terre, ou un raster qui n'est pas 0 sur terre (254). La terre n'est pas cartographiée ; une couche est prise avec ses modifications.</translation>
        </message>
        <message>
            <source>Polygons that are not to be mapped (class 252). Reservoirs, rice fields, the sea. The layer as it is now, with its edits.</source>
            <translation>Polygones à ne pas cartographier (classe 252). Retenues, rizières, la mer. La couche telle qu'elle est maintenant, avec ses modifications.</translation>
        </message>
        <message>
            <source>Polygons that are told apart in the table, such as districts.</source>
            <translation>Polygones distingués dans le tableau, comme les communes.</translation>
        </message>
        <message>
            <source>Population</source>
            <translation>Population</translation>
        </message>
        <message>
            <source>Possible oil / dark feature</source>
            <translation>Hydrocarbures possibles / zone sombre</translation>
        </message>
        <message>
            <source>Possible oil / dark feature, high confidence</source>
            <translation>Hydrocarbures possibles / zone sombre, confiance élevée</translation>
        </message>
        <message>
            <source>Possible oil / dark feature, low confidence</source>
            <translation>Hydrocarbures possibles / zone sombre, confiance faible</translation>
        </message>
        <message>
            <source>Possible oil / dark feature, medium confidence</source>
            <translation>Hydrocarbures possibles / zone sombre, confiance moyenne</translation>
        </message>
        <message>
            <source>Possible oil: polygons with confidence</source>
            <translation>Hydrocarbures possibles : polygones avec confiance</translation>
        </message>
        <message>
            <source>Possible water among plants or buildings</source>
            <translation>Eau possible (végétation, bâtiments)</translation>
        </message>
        <message>
            <source>Prepare a Sentinel-1 product</source>
            <translation>Préparer un produit Sentinel-1</translation>
        </message>
        <message>
            <source>Preparing the product: calibrated and placed on a map grid</source>
            <translation>Préparation du produit : étalonné et placé sur une grille cartographique</translation>
        </message>
        <message>
            <source>Preparing: {done} of {total} blocks</source>
            <translation>Préparation : {done} blocs sur {total}</translation>
        </message>
        <message>
            <source>Probability (%)</source>
            <translation>Probabilité (%)</translation>
        </message>
        <message>
            <source>Probability from which a pixel is detected, 0.01 to 1 in steps of 0.01; empty: the model's.</source>
            <translation>Probabilité à partir de laquelle un pixel est détecté, de 0.01 à 1 par pas de 0.01 ; vide : celle du modèle.</translation>
        </message>
        <message>
            <source>Probability raster</source>
            <translation>Raster de probabilité</translation>
        </message>
        <message>
            <source>Probability, 0.01 to 1, from which a pixel counts as detected.</source>
            <translation>Probabilité, de 0.01 à 1, à partir de laquelle un pixel compte comme détecté.</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produit</translation>
        </message>
        <message>
            <source>Proposed where results, pages and packages are saved</source>
            <translation>Proposé pour enregistrer résultats, pages et paquets</translation>
        </message>
        <message>
            <source>Puts a map into a folder of its own for its recipient: rasters, polygons that lie beside them (NAME_*.gpkg), the one-page PDF (NAME_map.pdf), styles, run record and a README in plain words, under names that say what they are: EVENT_AOI_PRODUCT_LAYER_vN.

Or into one GeoPackage, without the PDF. QGIS 3.22 shows its rasters in grey, for it takes no styles of rasters from a GeoPackage; newer ones show the colours.

Nothing is ever overwritten: the next package of the same event is the next version.</source>
            <translation>Met une carte dans un dossier à elle pour son destinataire : rasters, polygones qui sont à côté (NAME_*.gpkg), le PDF d'une page (NAME_map.pdf), styles, compte rendu d'exécution et un README en mots simples, sous des noms qui disent ce qu'ils sont : EVENT_AOI_PRODUCT_LAYER_vN.

Ou dans un GeoPackage, sans le PDF. QGIS 3.22 montre ses rasters en gris, car il ne prend pas de styles de rasters dans un GeoPackage ; les versions plus récentes montrent les couleurs.

Rien n'est jamais écrasé : le paquet suivant du même événement est la version suivante.</translation>
        </message>
        <message>
            <source>Puts a map on one page for its recipient: what was detected, hectares, legend, scale, grid, place on Earth, images and their dates, and limits. The words come from the run record (NAME_run.json), which has to lie beside the class raster, as the run wrote it.</source>
            <translation>Met une carte sur une page pour son destinataire : ce qui a été détecté, hectares, légende, échelle, grille, lieu sur Terre, images et leurs dates, et limites. Les mots viennent du compte rendu d'exécution (NAME_run.json), qui doit être à côté du raster de classes, tel que l'exécution l'a écrit.</translation>
        </message>
        <message>
            <source>Python of the engine</source>
            <translation>Python du moteur</translation>
        </message>
        <message>
            <source>Python {python}, onnxruntime {onnxruntime} ({providers})</source>
            <translation>Python {python}, onnxruntime {onnxruntime} ({providers})</translation>
        </message>
        <message>
            <source>QGIS cannot open {files}.</source>
            <translation>QGIS ne peut pas ouvrir {files}.</translation>
        </message>
        <message>
            <source>QGIS's own Python was not found. Copy the command and run it in a terminal.</source>
            <translation>Le Python de QGIS n'a pas été trouvé. Copiez la commande et exécutez-la dans un terminal.</translation>
        </message>
        <message>
            <source>README of the package</source>
            <translation>README du paquet</translation>
        </message>
        <message>
            <source>Radar image</source>
            <translation>Image radar</translation>
        </message>
        <message>
            <source>Radar image before</source>
            <translation>Image radar antérieure</translation>
        </message>
        <message>
            <source>Radar image before the flood</source>
            <translation>Image radar avant l'inondation</translation>
        </message>
        <message>
            <source>Radar image of {time} UTC</source>
            <translation>Image radar du {time} UTC</translation>
        </message>
        <message>
            <source>Radar image:</source>
            <translation>Image radar :</translation>
        </message>
        <message>
            <source>Reading the image…</source>
            <translation>Lecture de l'image…</translation>
        </message>
        <message>
            <source>Reads a Sentinel-1 GRD product as it was downloaded, removes thermal and border noise, calibrates, and places it on a map grid, as the detecting algorithms need it.

With a DEM, hills come to their place, and layover and radar shadow are written beside the image, for LAYOVER of the detecting algorithms. Without one, the ground lies where the product's own grid has it.</source>
            <translation>Lit un produit Sentinel-1 GRD tel que téléchargé, retire le bruit thermique et de bordure, l'étalonne et le place sur une grille cartographique, comme les algorithmes de détection en ont besoin.

Avec un MNT, le relief est mis à sa place, et le repliement et l'ombre radar sont écrits à côté de l'image, pour LAYOVER des algorithmes de détection. Sans lui, le sol est là où la grille du produit le met.</translation>
        </message>
        <message>
            <source>Record of the estimate</source>
            <translation>Compte rendu de l'estimation</translation>
        </message>
        <message>
            <source>Reference system</source>
            <translation>Système de coordonnées</translation>
        </message>
        <message>
            <source>Reference water</source>
            <translation>Eau de référence</translation>
        </message>
        <message>
            <source>Reference water from</source>
            <translation>Eau de référence dès</translation>
        </message>
        <message>
            <source>Reference water:</source>
            <translation>Eau de référence :</translation>
        </message>
        <message>
            <source>Reference water: occurrence in per cent, months of water, or 0 and 1. A raster of where water usually is, such as JRC Global Surface Water, on any grid.</source>
            <translation>Eau de référence : occurrence en pour cent, mois d'eau, ou 0 et 1. Un raster d'où l'eau se trouve d'habitude, comme JRC Global Surface Water, sur n'importe quelle grille.</translation>
        </message>
        <message>
            <source>Repair the layer's source, or choose another layer.</source>
            <translation>Réparez la source de la couche, ou choisissez-en une autre.</translation>
        </message>
        <message>
            <source>Result: {name}</source>
            <translation>Résultat : {name}</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Résultats</translation>
        </message>
        <message>
            <source>Run record</source>
            <translation>Compte rendu d'exécution</translation>
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
            <translation>Image SIMULÉE : cette carte ne montre aucun lieu réel</translation>
        </message>
        <message>
            <source>Sample (simulated)</source>
            <translation>Exemple (simulé)</translation>
        </message>
        <message>
            <source>Sample, before (simulated)</source>
            <translation>Exemple, avant (simulé)</translation>
        </message>
        <message>
            <source>Save it as a GeoPackage (right-click the layer, Export) and choose the new layer.</source>
            <translation>Enregistrez-la en GeoPackage (clic droit sur la couche, Exporter) et choisissez la nouvelle couche.</translation>
        </message>
        <message>
            <source>Save it as a GeoTIFF (right-click the layer, Export, Save As…) and choose the new layer.</source>
            <translation>Enregistrez-la en GeoTIFF (clic droit sur la couche, Exporter, Enregistrer sous…) et choisissez la nouvelle couche.</translation>
        </message>
        <message>
            <source>Save the layer with them (right-click it, Export, Save As…), or take them off (its properties, Transparency).</source>
            <translation>Enregistrez la couche avec elles (clic droit, Exporter, Enregistrer sous…), ou enlevez-les (ses propriétés, Transparence).</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>Enregistré sous {path}</translation>
        </message>
        <message>
            <source>Say which band is which with --optical-bands, e.g. swir=1,nir=2,visible=3 (in QGIS: 'Optical bands').</source>
            <translation>Dites quelle bande est laquelle dans 'Bandes optiques', p. ex. swir=1,nir=2,visible=3.</translation>
        </message>
        <message>
            <source>Scale 1 : {denominator}, on {paper}</source>
            <translation>Échelle 1 : {denominator}, en {paper}</translation>
        </message>
        <message>
            <source>Scales of multiscale inference</source>
            <translation>Échelles de l'inférence multi-échelle</translation>
        </message>
        <message>
            <source>Scenes: {status}</source>
            <translation>Scènes : {status}</translation>
        </message>
        <message>
            <source>Sentinel-1</source>
            <translation>Sentinel-1</translation>
        </message>
        <message>
            <source>Sentinel-1 product</source>
            <translation>Produit Sentinel-1</translation>
        </message>
        <message>
            <source>Show in grey</source>
            <translation>Afficher en gris</translation>
        </message>
        <message>
            <source>Show the log, which holds all that Tidemark has told</source>
            <translation>Montre le journal, qui contient tout ce que Tidemark a dit</translation>
        </message>
        <message>
            <source>Simplify by metres</source>
            <translation>Simplifier (mètres)</translation>
        </message>
        <message>
            <source>Simulating a sample: {done} of {total} images</source>
            <translation>Simulation d'un exemple : {done} images sur {total}</translation>
        </message>
        <message>
            <source>Slope in degrees; over 15 is not mapped (class 250). Water does not stay there.</source>
            <translation>Pente en degrés ; au-delà de 15, rien n'est cartographié (classe 250). L'eau n'y reste pas.</translation>
        </message>
        <message>
            <source>Smaller features are left out; empty: 10 ha, 0.1 km². They are left out of map and polygons; the probability raster shows them.</source>
            <translation>Les zones sombres plus petites sont laissées de côté ; vide : 10 ha, 0,1 km². Elles manquent dans la carte et les polygones ; le raster de probabilité les montre.</translation>
        </message>
        <message>
            <source>Smaller holes of not detected pixels are filled; 0: none.</source>
            <translation>Les trous plus petits de pixels non détectés sont comblés ; 0 : aucun.</translation>
        </message>
        <message>
            <source>Smaller polygons are left out: the minimum mapping unit.</source>
            <translation>Les polygones plus petits sont laissés de côté : l'unité minimale de cartographie.</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>Stands among the limits of every one-page PDF</source>
            <translation>Figure parmi les limites de chaque PDF d'une page</translation>
        </message>
        <message>
            <source>Stands among the limits; empty: as in Settings, Options, Tidemark.</source>
            <translation>Figure parmi les limites ; vide : comme dans Préférences, Options, Tidemark.</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Démarrage…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Résumé</translation>
        </message>
        <message>
            <source>Summary table</source>
            <translation>Tableau récapitulatif</translation>
        </message>
        <message>
            <source>Swap them</source>
            <translation>Les échanger</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tableau</translation>
        </message>
        <message>
            <source>Take this model off the list</source>
            <translation>Retirer ce modèle de la liste</translation>
        </message>
        <message>
            <source>Take this product off the list</source>
            <translation>Retirer ce produit de la liste</translation>
        </message>
        <message>
            <source>Taken from another track ({before}, the image {after}): hills and towns look different and may pass for change.</source>
            <translation>Prise d'une autre orbite relative ({before}, l'image {after}) : collines et villes se voient autrement et peuvent passer pour du changement.</translation>
        </message>
        <message>
            <source>Taken on another pass ({before}, the image {after}): hills and towns look different and pass for change.</source>
            <translation>Prise sur un autre passage ({before}, l'image {after}) : collines et villes se voient autrement et passent pour du changement.</translation>
        </message>
        <message>
            <source>Temporary folder</source>
            <translation>Dossier temporaire</translation>
        </message>
        <message>
            <source>The .zip as it was downloaded, or manifest.safe in the product's folder.</source>
            <translation>Le .zip tel que téléchargé, ou manifest.safe dans le dossier du produit.</translation>
        </message>
        <message>
            <source>The PDF. A file of this name is replaced.</source>
            <translation>Le PDF. Un fichier de ce nom est remplacé.</translation>
        </message>
        <message>
            <source>The VH band of the same acquisition on the same grid; INPUT is then VV.</source>
            <translation>La bande VH de la même acquisition sur la même grille ; INPUT est alors VV.</translation>
        </message>
        <message>
            <source>The chosen model compares two dates: choose the older image.</source>
            <translation>Le modèle choisi compare deux dates : choisissez l'image plus ancienne.</translation>
        </message>
        <message>
            <source>The class raster of a run is needed, with its style (.qml) beside it.</source>
            <translation>Il faut le raster de classes d'une exécution, avec son style (.qml) à côté.</translation>
        </message>
        <message>
            <source>The disk has {free} free, and the engine takes {needed}: make room, then click again.</source>
            <translation>Le disque a {free} libres, et le moteur en prend {needed} : faites de la place, puis cliquez à nouveau.</translation>
        </message>
        <message>
            <source>The earlier engine is in use ({reason}). Restart QGIS and install again.</source>
            <translation>Le moteur précédent est en cours d'utilisation ({reason}). Redémarrez QGIS et réinstallez.</translation>
        </message>
        <message>
            <source>The engine can map, but its environment lacks {packages}, which polygons and zones need.</source>
            <translation>Le moteur peut cartographier, mais il manque à son environnement {packages}, nécessaire aux polygones et aux zones.</translation>
        </message>
        <message>
            <source>The engine ended without a result, and nothing was written (exit status {status}): {reason}.</source>
            <translation>Le moteur s'est terminé sans résultat, et rien n'a été écrit (code de sortie {status}) : {reason}.</translation>
        </message>
        <message>
            <source>The engine is installed.</source>
            <translation>Le moteur est installé.</translation>
        </message>
        <message>
            <source>The engine is not installed.</source>
            <translation>Le moteur n'est pas installé.</translation>
        </message>
        <message>
            <source>The engine is ready.</source>
            <translation>Le moteur est prêt.</translation>
        </message>
        <message>
            <source>The engine is ready: {description}.</source>
            <translation>Le moteur est prêt : {description}.</translation>
        </message>
        <message>
            <source>The engine runs on {description}, {python}.</source>
            <translation>Le moteur tourne avec {description}, {python}.</translation>
        </message>
        <message>
            <source>The engine was stopped by the system in its work, and nothing was written; most often the memory ran out.</source>
            <translation>Le système a arrêté le moteur en plein travail, et rien n'a été écrit ; le plus souvent, la mémoire était épuisée.</translation>
        </message>
        <message>
            <source>The engine's Python could not be started: {python} ({reason}).</source>
            <translation>Le Python du moteur n'a pas pu démarrer : {python} ({reason}).</translation>
        </message>
        <message>
            <source>The engine's Python packages are not installed yet.</source>
            <translation>Les paquets Python du moteur ne sont pas encore installés.</translation>
        </message>
        <message>
            <source>The extent cannot be brought into longitude and latitude: {reason}.</source>
            <translation>L'emprise ne peut pas être ramenée en longitude et latitude : {reason}.</translation>
        </message>
        <message>
            <source>The extent cannot be brought into the image's coordinates: {reason}.</source>
            <translation>L'emprise ne peut pas être ramenée aux coordonnées de l'image : {reason}.</translation>
        </message>
        <message>
            <source>The extent does not touch the image '{name}'.</source>
            <translation>L'emprise ne touche pas l'image '{name}'.</translation>
        </message>
        <message>
            <source>The field with their names; empty: the first one with text.</source>
            <translation>Le champ de leurs noms ; vide : le premier qui contient du texte.</translation>
        </message>
        <message>
            <source>The file may be damaged or not copied to its end: get it again.</source>
            <translation>Le fichier est peut-être endommagé, ou n'a pas été copié jusqu'au bout : procurez-vous-le à nouveau.</translation>
        </message>
        <message>
            <source>The file of the layer '{name}' is not there any more: {path}.</source>
            <translation>Le fichier de la couche '{name}' n'existe plus : {path}.</translation>
        </message>
        <message>
            <source>The files are temporary and go when QGIS closes: 'Keep this result…' saves them.</source>
            <translation>Les fichiers sont temporaires et disparaissent à la fermeture de QGIS : 'Conserver ce résultat…' les enregistre.</translation>
        </message>
        <message>
            <source>The folder {folder} has no package files (.whl) for this Python and system of: {packages}. Fill it on a computer with internet:</source>
            <translation>Le dossier {folder} n'a pas de paquets (.whl) pour ce Python et ce système de : {packages}. Remplissez-le sur un ordinateur connecté à internet :</translation>
        </message>
        <message>
            <source>The image and the image before are the same file: {path}.</source>
            <translation>L'image et l'image antérieure sont le même fichier : {path}.</translation>
        </message>
        <message>
            <source>The installation failed: the log says why. For a computer without internet see below.</source>
            <translation>L'installation a échoué : le journal dit pourquoi. Pour un ordinateur sans internet, voir ci-dessous.</translation>
        </message>
        <message>
            <source>The installation from the folder failed: the log says why. A package that another one needs may be missing.</source>
            <translation>L'installation depuis le dossier a échoué : le journal dit pourquoi. Il manque peut-être un paquet dont un autre a besoin.</translation>
        </message>
        <message>
            <source>The layer '{name}' comes from the provider '{provider}'.</source>
            <translation>La couche '{name}' vient du fournisseur '{provider}'.</translation>
        </message>
        <message>
            <source>The layer '{name}' could not be copied for the engine: {reason}.</source>
            <translation>La couche '{name}' n'a pas pu être copiée pour le moteur : {reason}.</translation>
        </message>
        <message>
            <source>The layer '{name}' has several no data values in QGIS, or a range of them.</source>
            <translation>La couche '{name}' a dans QGIS plusieurs valeurs nulles, ou un intervalle de valeurs.</translation>
        </message>
        <message>
            <source>The layer '{name}' is not a file of this machine: {source}.</source>
            <translation>La couche '{name}' n'est pas un fichier de cet ordinateur : {source}.</translation>
        </message>
        <message>
            <source>The layer '{name}' is one of several in its file: {source}.</source>
            <translation>La couche '{name}' est l'une de plusieurs dans son fichier : {source}.</translation>
        </message>
        <message>
            <source>The layers with the share of each feature in every class (.gpkg), or the table (.csv).</source>
            <translation>Les couches avec la part de chaque entité dans chaque classe (.gpkg), ou le tableau (.csv).</translation>
        </message>
        <message>
            <source>The map is not there any more: {path}.</source>
            <translation>La carte n'existe plus : {path}.</translation>
        </message>
        <message>
            <source>The map of a run, with its style (.qml) and its run record beside it.</source>
            <translation>La carte d'une exécution, avec son style (.qml) et son compte rendu à côté.</translation>
        </message>
        <message>
            <source>The map of a run, with probability and run record beside it.</source>
            <translation>La carte d'une exécution, avec sa probabilité et son compte rendu à côté.</translation>
        </message>
        <message>
            <source>The map of an earlier run: 0 not detected, 1 detected, 5 possible water, 255 not observed.</source>
            <translation>La carte d'une exécution antérieure : 0 non détecté, 1 détecté, 5 eau possible, 255 non observé.</translation>
        </message>
        <message>
            <source>The map of an earlier run: polygons are made of what was detected (1, or 3 and 4 for change).</source>
            <translation>La carte d'une exécution antérieure : les polygones sont faits de ce qui a été détecté (1, ou 3 et 4 pour le changement).</translation>
        </message>
        <message>
            <source>The map, a GeoTIFF: {classes}. Probability (NAME_probability.tif), {further}run record (NAME_run.json) and styles are written beside it. A file of this name is replaced.</source>
            <translation>La carte, un GeoTIFF : {classes}. La probabilité (NAME_probability.tif), {further}le compte rendu (NAME_run.json) et les styles sont écrits à côté. Un fichier de ce nom est remplacé.</translation>
        </message>
        <message>
            <source>The method's own</source>
            <translation>Celui de la méthode</translation>
        </message>
        <message>
            <source>The model's own: {scales}</source>
            <translation>Celles du modèle : {scales}</translation>
        </message>
        <message>
            <source>The model's own: {threshold}</source>
            <translation>Celui du modèle : {threshold}</translation>
        </message>
        <message>
            <source>The newer image: terrain-corrected, with one band or with VV and VH.</source>
            <translation>L'image plus récente : corrigée du terrain, avec une bande ou avec VV et VH.</translation>
        </message>
        <message>
            <source>The older image: the same bands and the same kind of pixel values, best from the same track; on any grid.</source>
            <translation>L'image plus ancienne : les mêmes bandes et le même type de valeurs, au mieux de la même orbite relative ; sur n'importe quelle grille.</translation>
        </message>
        <message>
            <source>The optical bands '{text}' cannot be read.</source>
            <translation>Les bandes optiques '{text}' sont illisibles.</translation>
        </message>
        <message>
            <source>The package is a new folder in it.</source>
            <translation>Le paquet y est un nouveau dossier.</translation>
        </message>
        <message>
            <source>The packages were installed, but they do not work: {reason}</source>
            <translation>Les paquets ont été installés, mais ne fonctionnent pas : {reason}</translation>
        </message>
        <message>
            <source>The page cannot be written to {path}: {reason}.</source>
            <translation>La page ne peut pas être écrite dans {path} : {reason}.</translation>
        </message>
        <message>
            <source>The part to map, in any coordinate reference system; of a product in degrees where none is named; empty: the whole image.</source>
            <translation>La partie à cartographier, dans n'importe quel système de coordonnées ; d'un produit, en degrés si aucun n'est nommé ; vide : l'image entière.</translation>
        </message>
        <message>
            <source>The part to prepare; empty: all of it.</source>
            <translation>La partie à préparer ; vide : tout.</translation>
        </message>
        <message>
            <source>The project has no layer of polygons yet: add one, for example districts.</source>
            <translation>Le projet n'a pas encore de couche de polygones : ajoutez-en une, par exemple les communes.</translation>
        </message>
        <message>
            <source>The result cannot be written to {folder}: {reason}.</source>
            <translation>Le résultat ne peut pas être écrit dans {folder} : {reason}.</translation>
        </message>
        <message>
            <source>The scenes are a folder (INPUT) or layers (LAYERS), one of the two.</source>
            <translation>Les scènes sont un dossier (INPUT) ou des couches (LAYERS), l'un des deux.</translation>
        </message>
        <message>
            <source>The second part of the names.</source>
            <translation>La deuxième partie des noms.</translation>
        </message>
        <message>
            <source>The settings are set, except what is not there any more:</source>
            <translation>Les réglages sont repris, sauf ce qui n'existe plus :</translation>
        </message>
        <message>
            <source>The size of one-page PDFs</source>
            <translation>La taille des PDF d'une page</translation>
        </message>
        <message>
            <source>The size of the page; it lies or stands as the map is drawn largest.</source>
            <translation>La taille de la page ; en long ou en large selon que la carte y est plus grande.</translation>
        </message>
        <message>
            <source>The template {path} cannot be read.</source>
            <translation>Le modèle de page {path} est illisible.</translation>
        </message>
        <message>
            <source>The zones with the new fields (.gpkg), or a table (.csv). A file of this name is replaced.</source>
            <translation>Les zones avec les nouveaux champs (.gpkg), ou un tableau (.csv). Un fichier de ce nom est remplacé.</translation>
        </message>
        <message>
            <source>The {name} '{text}' cannot be read.</source>
            <translation>{name} '{text}' est illisible.</translation>
        </message>
        <message>
            <source>There is no image to map.</source>
            <translation>Il n'y a pas d'image à cartographier.</translation>
        </message>
        <message>
            <source>There is no run record {path}: the page names no sources.</source>
            <translation>Il n'y a pas de compte rendu d'exécution {path} : la page ne nomme pas de sources.</translation>
        </message>
        <message>
            <source>They are numbers between {least:g} and {most:g}, separated by commas.</source>
            <translation>Ce sont des nombres entre {least:g} et {most:g}, séparés par des virgules.</translation>
        </message>
        <message>
            <source>This is no Sentinel-1 product: choose its zip, its folder (.SAFE), manifest.safe, or a file of its measurement.</source>
            <translation>Ce n'est pas un produit Sentinel-1 : choisissez son zip, son dossier (.SAFE), manifest.safe, ou un fichier de measurement.</translation>
        </message>
        <message>
            <source>This is the image to map itself: choose an earlier one.</source>
            <translation>C'est l'image à cartographier elle-même : choisissez-en une antérieure.</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Seuil</translation>
        </message>
        <message>
            <source>Threshold: {hectares} would be detected</source>
            <translation>Seuil : {hectares} seraient détectés</translation>
        </message>
        <message>
            <source>Threshold: {threshold}</source>
            <translation>Seuil : {threshold}</translation>
        </message>
        <message>
            <source>Tidemark</source>
            <translation>Tidemark</translation>
        </message>
        <message>
            <source>Tidemark computes in a Python process of its own, so that it can never take QGIS down. It needs {packages}; polygons need {more}.</source>
            <translation>Tidemark calcule dans un processus Python à part, il ne peut donc jamais faire planter QGIS. Il lui faut {packages} ; les polygones demandent {more}.</translation>
        </message>
        <message>
            <source>Tidemark reads files that hold one raster.</source>
            <translation>Tidemark lit des fichiers qui contiennent un seul raster.</translation>
        </message>
        <message>
            <source>Tidemark reads raster files of this machine, with the values as they were measured.</source>
            <translation>Tidemark lit des fichiers raster de cet ordinateur, avec les valeurs telles que mesurées.</translation>
        </message>
        <message>
            <source>Tidemark reads raster files of this machine.</source>
            <translation>Tidemark lit des fichiers raster de cet ordinateur.</translation>
        </message>
        <message>
            <source>Tidemark takes one value for each band.</source>
            <translation>Tidemark prend une valeur par bande.</translation>
        </message>
        <message>
            <source>Tidemark: water, floods, change and oil from radar images</source>
            <translation>Tidemark : eau, inondations, changements et hydrocarbures à partir d'images radar</translation>
        </message>
        <message>
            <source>Tidemark: {name}</source>
            <translation>Tidemark : {name}</translation>
        </message>
        <message>
            <source>Time of the image unknown</source>
            <translation>Heure de l'image inconnue</translation>
        </message>
        <message>
            <source>Try again; where it happens again, check the engine: Tidemark panel, 'Engine'.</source>
            <translation>Réessayez ; si cela se reproduit, vérifiez le moteur : panneau Tidemark, 'Moteur'.</translation>
        </message>
        <message>
            <source>Try it on a sample</source>
            <translation>Essayer sur un exemple</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unité</translation>
        </message>
        <message>
            <source>Unknown: no run record lies beside {name}.</source>
            <translation>Inconnu : aucun compte rendu d'exécution à côté de {name}.</translation>
        </message>
        <message>
            <source>Use these settings again</source>
            <translation>Reprendre ces réglages</translation>
        </message>
        <message>
            <source>Use {method} on {bands}</source>
            <translation>Utiliser {method} sur {bands}</translation>
        </message>
        <message>
            <source>VH band of the image before</source>
            <translation>Bande VH de l'image antérieure</translation>
        </message>
        <message>
            <source>VH band, where it is in a file of its own</source>
            <translation>Bande VH, si elle est dans un fichier à part</translation>
        </message>
        <message>
            <source>Wait until it has ended, or cancel it.</source>
            <translation>Attendez qu'elle se termine, ou annulez-la.</translation>
        </message>
        <message>
            <source>Water detected</source>
            <translation>Eau détectée</translation>
        </message>
        <message>
            <source>Water extent (single date)</source>
            <translation>Étendue d'eau (une date)</translation>
        </message>
        <message>
            <source>What is new shows between two dates only.</source>
            <translation>Ce qui est nouveau ne se voit qu'entre deux dates.</translation>
        </message>
        <message>
            <source>What may be affected</source>
            <translation>Ce qui peut être touché</translation>
        </message>
        <message>
            <source>What networks run on unless the form says otherwise</source>
            <translation>Ce sur quoi tournent les réseaux, sauf indication contraire dans le formulaire</translation>
        </message>
        <message>
            <source>What the backscatter is related to; the models know sigma0.</source>
            <translation>À quoi la rétrodiffusion est rapportée ; les modèles connaissent sigma0.</translation>
        </message>
        <message>
            <source>What the map shows</source>
            <translation>Ce que montre la carte</translation>
        </message>
        <message>
            <source>What the network runs on. A device that the installed engine lacks is replaced by the CPU, with a notice. auto takes a graphics processor, or on a CPU that is faster with it the 8-bit copy of a model that you have not named, where its figures are as good; the run record names it.</source>
            <translation>Sur quoi tourne le réseau. Un processeur que le moteur installé n'a pas est remplacé par le CPU, avec un avis. auto prend un processeur graphique ou, sur un CPU plus rapide avec elle, la copie 8 bits d'un modèle que vous n'avez pas nommé, si ses chiffres sont aussi bons ; le compte rendu d'exécution la nomme.</translation>
        </message>
        <message>
            <source>What the values mean. auto: from metadata, then statistics; stops and asks where two answers stay possible. db, power, amplitude; db100 and db10: dB as scaled integers; display: an 8-bit picture.</source>
            <translation>Ce que signifient les valeurs. auto : d'après les métadonnées, puis la statistique ; s'arrête et demande si deux réponses restent possibles. db, power, amplitude ; db100 et db10 : dB en entiers multipliés ; display : une image 8 bits.</translation>
        </message>
        <message>
            <source>What was not analysed</source>
            <translation>Ce qui n'a pas été analysé</translation>
        </message>
        <message>
            <source>What was observed</source>
            <translation>Ce qui a été observé</translation>
        </message>
        <message>
            <source>What zeros mean where the file does not declare 0 as nodata. auto: no data when connected to the edge; nodata: no data everywhere; dark: dark ground.</source>
            <translation>Ce que signifient les zéros si le fichier ne déclare pas 0 comme valeur nulle. auto : pas de données s'ils touchent le bord ; nodata : pas de données partout ; dark : sol sombre.</translation>
        </message>
        <message>
            <source>Where it is in a file of its own, on the grid of the image before; BEFORE is then VV.</source>
            <translation>Si elle est dans un fichier à part, sur la grille de l'image antérieure ; BEFORE est alors VV.</translation>
        </message>
        <message>
            <source>Which band is which in the optical images, for example swir=1,nir=2,visible=3; empty: by the bands' names.</source>
            <translation>Quelle bande est laquelle dans les images optiques, par exemple swir=1,nir=2,visible=3 ; vide : d'après les noms des bandes.</translation>
        </message>
        <message>
            <source>Which band is which where names and metadata do not tell, for example VV=1,VH=2, counted over INPUT and VH; it holds for both dates. Empty: by name.</source>
            <translation>Quelle bande est laquelle si noms et métadonnées ne le disent pas, par exemple VV=1,VH=2, en comptant sur INPUT et VH ; vaut pour les deux dates. Vide : d'après le nom.</translation>
        </message>
        <message>
            <source>Who and what is affected</source>
            <translation>Qui et quoi est touché</translation>
        </message>
        <message>
            <source>Who and what is affected…</source>
            <translation>Qui et quoi est touché…</translation>
        </message>
        <message>
            <source>Whole image</source>
            <translation>Image entière</translation>
        </message>
        <message>
            <source>Whom the recipient may ask; empty: as in Settings, Options, Tidemark.</source>
            <translation>À qui le destinataire peut s'adresser ; vide : comme dans Préférences, Options, Tidemark.</translation>
        </message>
        <message>
            <source>Whom the recipient of a one-page PDF may ask: office, mail, telephone</source>
            <translation>À qui le destinataire d'un PDF d'une page peut s'adresser : service, courriel, téléphone</translation>
        </message>
        <message>
            <source>Wind at sea in m/s</source>
            <translation>Vent en mer en m/s</translation>
        </message>
        <message>
            <source>Wind at sea, for notices and confidence; empty: not known. At the time of the image; 1 knot is 0.51 m/s.</source>
            <translation>Vent en mer, pour les avis et la confiance ; vide : inconnu. À l'heure de l'image ; 1 nœud vaut 0,51 m/s.</translation>
        </message>
        <message>
            <source>With neither of the two, the map shows water, not flood.</source>
            <translation>Sans l'un ni l'autre, la carte montre l'eau, pas l'inondation.</translation>
        </message>
        <message>
            <source>Write for example 0.5, 0.75, 1, or leave the field empty.</source>
            <translation>Écrivez par exemple 0.5, 0.75, 1, ou laissez le champ vide.</translation>
        </message>
        <message>
            <source>Write for example VV=1,VH=2, or leave it empty.</source>
            <translation>Écrivez par exemple VV=1,VH=2, ou laissez vide.</translation>
        </message>
        <message>
            <source>Zeros are</source>
            <translation>Les zéros sont</translation>
        </message>
        <message>
            <source>Zip, manifest or measurement…</source>
            <translation>Zip, manifest ou mesure…</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>Zones</translation>
        </message>
        <message>
            <source>Zones with hectares</source>
            <translation>Zones avec hectares</translation>
        </message>
        <message>
            <source>about {download} to download, {disk} on disk ({free} free)</source>
            <translation>environ {download} à télécharger, {disk} sur disque ({free} libres)</translation>
        </message>
        <message>
            <source>about {minutes:.0f} min left</source>
            <translation>encore {minutes:.0f} min environ</translation>
        </message>
        <message>
            <source>about {seconds:.0f} s left</source>
            <translation>encore {seconds:.0f} s environ</translation>
        </message>
        <message>
            <source>amplitude</source>
            <translation>amplitude</translation>
        </message>
        <message>
            <source>and {count} more in the run record</source>
            <translation>et {count} de plus dans le compte rendu d'exécution</translation>
        </message>
        <message>
            <source>area</source>
            <translation>surface</translation>
        </message>
        <message>
            <source>as given</source>
            <translation>comme indiqué</translation>
        </message>
        <message>
            <source>ascending</source>
            <translation>ascendante</translation>
        </message>
        <message>
            <source>at right and above: WGS 84, degrees</source>
            <translation>à droite et en haut : WGS 84, degrés</translation>
        </message>
        <message>
            <source>auto: found out by the product's own heights.</source>
            <translation>auto : trouvé d'après les altitudes du produit lui-même.</translation>
        </message>
        <message>
            <source>backscatter</source>
            <translation>rétrodiffusion</translation>
        </message>
        <message>
            <source>batch</source>
            <translation>lot</translation>
        </message>
        <message>
            <source>buildings</source>
            <translation>bâtiments</translation>
        </message>
        <message>
            <source>by name</source>
            <translation>d'après le nom</translation>
        </message>
        <message>
            <source>calibrate</source>
            <translation>étalonner</translation>
        </message>
        <message>
            <source>change</source>
            <translation>changement</translation>
        </message>
        <message>
            <source>compared with an image of unknown time</source>
            <translation>comparée à une image d'heure inconnue</translation>
        </message>
        <message>
            <source>compared with {time} UTC</source>
            <translation>comparée à {time} UTC</translation>
        </message>
        <message>
            <source>cut-off</source>
            <translation>coupure</translation>
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
            <translation>dommages</translation>
        </message>
        <message>
            <source>dark feature</source>
            <translation>zone sombre</translation>
        </message>
        <message>
            <source>dark spot</source>
            <translation>tache sombre</translation>
        </message>
        <message>
            <source>date unknown: make sure that it is the earlier image</source>
            <translation>date inconnue : assurez-vous que c'est l'image antérieure</translation>
        </message>
        <message>
            <source>db: hundredths of a dB as whole numbers; power: as decimals, in a larger file.</source>
            <translation>db : centièmes de dB en nombres entiers ; power : en décimales, dans un fichier plus gros.</translation>
        </message>
        <message>
            <source>decrease</source>
            <translation>diminution</translation>
        </message>
        <message>
            <source>deep learning</source>
            <translation>apprentissage profond</translation>
        </message>
        <message>
            <source>delivery</source>
            <translation>livraison</translation>
        </message>
        <message>
            <source>depth</source>
            <translation>hauteur d'eau</translation>
        </message>
        <message>
            <source>descending</source>
            <translation>descendante</translation>
        </message>
        <message>
            <source>detected from a probability of {percent} %</source>
            <translation>détecté à partir d'une probabilité de {percent} %</translation>
        </message>
        <message>
            <source>difference</source>
            <translation>différence</translation>
        </message>
        <message>
            <source>disaster</source>
            <translation>catastrophe</translation>
        </message>
        <message>
            <source>districts</source>
            <translation>communes</translation>
        </message>
        <message>
            <source>done</source>
            <translation>faite</translation>
        </message>
        <message>
            <source>emergency</source>
            <translation>urgence</translation>
        </message>
        <message>
            <source>export</source>
            <translation>exporter</translation>
        </message>
        <message>
            <source>exposure</source>
            <translation>enjeux</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>échouée</translation>
        </message>
        <message>
            <source>flood</source>
            <translation>inondation</translation>
        </message>
        <message>
            <source>floods</source>
            <translation>inondations</translation>
        </message>
        <message>
            <source>folder</source>
            <translation>dossier</translation>
        </message>
        <message>
            <source>for calibrated images the change in dB (NAME_change_db.tif), </source>
            <translation>pour les images étalonnées le changement en dB (NAME_change_db.tif), </translation>
        </message>
        <message>
            <source>from metadata</source>
            <translation>d'après les métadonnées</translation>
        </message>
        <message>
            <source>from statistics</source>
            <translation>d'après la statistique</translation>
        </message>
        <message>
            <source>from the name</source>
            <translation>d'après le nom</translation>
        </message>
        <message>
            <source>hand-over</source>
            <translation>livraison</translation>
        </message>
        <message>
            <source>hectares</source>
            <translation>hectares</translation>
        </message>
        <message>
            <source>increase</source>
            <translation>augmentation</translation>
        </message>
        <message>
            <source>inundation</source>
            <translation>crue</translation>
        </message>
        <message>
            <source>it gave no reason</source>
            <translation>il n'a pas donné de raison</translation>
        </message>
        <message>
            <source>layout</source>
            <translation>mise en page</translation>
        </message>
        <message>
            <source>log-ratio</source>
            <translation>log-rapport</translation>
        </message>
        <message>
            <source>marine</source>
            <translation>marin</translation>
        </message>
        <message>
            <source>minimum mapping unit</source>
            <translation>unité minimale de cartographie</translation>
        </message>
        <message>
            <source>no file can be made there</source>
            <translation>aucun fichier ne peut y être créé</translation>
        </message>
        <message>
            <source>no georeference</source>
            <translation>pas de géoréférencement</translation>
        </message>
        <message>
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <source>oil</source>
            <translation>pétrole</translation>
        </message>
        <message>
            <source>oil spill</source>
            <translation>marée noire</translation>
        </message>
        <message>
            <source>only a part of it could be written, because the disk is full or was taken away</source>
            <translation>une partie seulement a pu être écrite, car le disque est plein ou a été retiré</translation>
        </message>
        <message>
            <source>orthorectify</source>
            <translation>orthorectifier</translation>
        </message>
        <message>
            <source>people affected</source>
            <translation>personnes touchées</translation>
        </message>
        <message>
            <source>pollution</source>
            <translation>pollution</translation>
        </message>
        <message>
            <source>polygonise</source>
            <translation>polygoniser</translation>
        </message>
        <message>
            <source>polygons (NAME_features.gpkg), </source>
            <translation>les polygones (NAME_features.gpkg), </translation>
        </message>
        <message>
            <source>population</source>
            <translation>population</translation>
        </message>
        <message>
            <source>power</source>
            <translation>puissance</translation>
        </message>
        <message>
            <source>print</source>
            <translation>imprimer</translation>
        </message>
        <message>
            <source>probability</source>
            <translation>probabilité</translation>
        </message>
        <message>
            <source>radar</source>
            <translation>radar</translation>
        </message>
        <message>
            <source>report</source>
            <translation>rapport</translation>
        </message>
        <message>
            <source>roads</source>
            <translation>routes</translation>
        </message>
        <message>
            <source>sea</source>
            <translation>mer</translation>
        </message>
        <message>
            <source>segmentation</source>
            <translation>segmentation</translation>
        </message>
        <message>
            <source>sensitivity</source>
            <translation>sensibilité</translation>
        </message>
        <message>
            <source>share</source>
            <translation>partager</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>sautée</translation>
        </message>
        <message>
            <source>slick</source>
            <translation>nappe</translation>
        </message>
        <message>
            <source>student: a network, where one for this task is installed. dark-spot: what is 2 dB darker than the sea within 500 m; needs no model. otsu: one threshold for the whole image, to compare with.</source>
            <translation>student : un réseau, s'il y en a un d'installé pour cette tâche. dark-spot : ce qui est 2 dB plus sombre que la mer à moins de 500 m ; sans modèle. otsu : un seul seuil pour toute l'image, pour comparer.</translation>
        </message>
        <message>
            <source>student: a network, where one for this task is installed. log-ratio: newer over older backscatter, changed from 3 dB either way; needs no model. otsu, kittler: the same with a threshold found in the images.</source>
            <translation>student : un réseau, s'il y en a un d'installé pour cette tâche. log-ratio : rétrodiffusion récente sur ancienne, changement dès 3 dB dans les deux sens ; sans modèle. otsu, kittler : de même avec un seuil trouvé dans les images.</translation>
        </message>
        <message>
            <source>student: the network. otsu, kittler, fixed: classical thresholds, to compare with.</source>
            <translation>student : le réseau. otsu, kittler, fixed : seuils classiques, pour comparer.</translation>
        </message>
        <message>
            <source>table</source>
            <translation>tableau</translation>
        </message>
        <message>
            <source>terrain correction</source>
            <translation>correction du terrain</translation>
        </message>
        <message>
            <source>the day of the image itself</source>
            <translation>le jour même de l'image</translation>
        </message>
        <message>
            <source>the extent</source>
            <translation>l'emprise</translation>
        </message>
        <message>
            <source>the layer '{name}'</source>
            <translation>la couche '{name}'</translation>
        </message>
        <message>
            <source>the model '{name}'</source>
            <translation>le modèle '{name}'</translation>
        </message>
        <message>
            <source>time series</source>
            <translation>série temporelle</translation>
        </message>
        <message>
            <source>track {number}</source>
            <translation>orbite relative {number}</translation>
        </message>
        <message>
            <source>two dates</source>
            <translation>deux dates</translation>
        </message>
        <message>
            <source>vectorize</source>
            <translation>vectoriser</translation>
        </message>
        <message>
            <source>volume</source>
            <translation>volume</translation>
        </message>
        <message>
            <source>water</source>
            <translation>eau</translation>
        </message>
        <message>
            <source>water level</source>
            <translation>niveau d'eau</translation>
        </message>
        <message>
            <source>zonal statistics</source>
            <translation>statistiques zonales</translation>
        </message>
        <message>
            <source>{across} × {down} m</source>
            <translation>{across} × {down} m</translation>
        </message>
        <message>
            <source>{action} (no image before)</source>
            <translation>{action} (sans image antérieure)</translation>
        </message>
        <message>
            <source>{count} more in the files beside the map.</source>
            <translation>{count} de plus dans les fichiers à côté de la carte.</translation>
        </message>
        <message>
            <source>{days} days after the image: are the two swapped?</source>
            <translation>{days} jours après l'image : sont-elles inversées ?</translation>
        </message>
        <message>
            <source>{days} days before the image</source>
            <translation>{days} jours avant l'image</translation>
        </message>
        <message>
            <source>{done} of {total} blocks</source>
            <translation>{done} sur {total} blocs</translation>
        </message>
        <message>
            <source>{done} of {total} rows</source>
            <translation>{done} sur {total} lignes</translation>
        </message>
        <message>
            <source>{done} of {total} scenes</source>
            <translation>{done} sur {total} scènes</translation>
        </message>
        <message>
            <source>{done} of {total} tiles</source>
            <translation>{done} sur {total} tuiles</translation>
        </message>
        <message>
            <source>{name} '{file}' has no ending that it can be written with.</source>
            <translation>{name} '{file}' n'a pas d'extension avec laquelle il peut être écrit.</translation>
        </message>
        <message>
            <source>{name} '{value}' is no layer that can be opened.</source>
            <translation>{name} '{value}' n'est pas une couche qui s'ouvre.</translation>
        </message>
        <message>
            <source>{name} '{value}' is no raster that can be opened.</source>
            <translation>{name} '{value}' n'est pas un raster qui s'ouvre.</translation>
        </message>
        <message>
            <source>{name} · made with Tidemark {version} on {date}; the run record has all details</source>
            <translation>{name} · fait avec Tidemark {version} le {date} ; le compte rendu d'exécution a tous les détails</translation>
        </message>
        <message>
            <source>{percent} % and more: detected</source>
            <translation>{percent} % et plus : détecté</translation>
        </message>
        <message>
            <source>{python} could not be started.</source>
            <translation>{python} n'a pas pu démarrer.</translation>
        </message>
        <message>
            <source>{share:.0f} % observed</source>
            <translation>{share:.0f} % observés</translation>
        </message>
        <message>
            <source>{size} GB</source>
            <translation>{size} Go</translation>
        </message>
        <message>
            <source>{size} MB</source>
            <translation>{size} Mo</translation>
        </message>
        <message>
            <source>… or layers, each a scene</source>
            <translation>… ou des couches, chacune une scène</translation>
        </message>
    </context>
    <context>
        <name>TidemarkForm</name>
        <message>
            <source>About…</source>
            <translation>À propos…</translation>
        </message>
        <message>
            <source>Advanced options</source>
            <translation>Options avancées</translation>
        </message>
        <message>
            <source>All cores</source>
            <translation>Tous les cœurs</translation>
        </message>
        <message>
            <source>Average over flips</source>
            <translation>Moyenner avec le miroir</translation>
        </message>
        <message>
            <source>Beginning of the names of the files</source>
            <translation>Début des noms des fichiers</translation>
        </message>
        <message>
            <source>CPU threads</source>
            <translation>Threads CPU</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Processeur</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Emprise</translation>
        </message>
        <message>
            <source>Folder of the result. Left empty, it is a temporary one, which QGIS deletes when it closes; 'Keep this result…' saves it afterwards.</source>
            <translation>Dossier du résultat. Laissé vide, c'est un dossier temporaire, que QGIS supprime à sa fermeture ; 'Conserver ce résultat…' l'enregistre ensuite.</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Méthode</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Open water only</source>
            <translation>Eau libre seulement</translation>
        </message>
        <message>
            <source>Pixel values</source>
            <translation>Valeurs des pixels</translation>
        </message>
        <message>
            <source>Replace an earlier result</source>
            <translation>Remplacer un résultat antérieur</translation>
        </message>
        <message>
            <source>Save in</source>
            <translation>Enregistrer dans</translation>
        </message>
        <message>
            <source>Scales</source>
            <translation>Échelles</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tâche</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Seuil</translation>
        </message>
        <message>
            <source>What this model is for, its measured figures, and where it fails</source>
            <translation>À quoi sert ce modèle, ses chiffres mesurés, et où il échoue</translation>
        </message>
        <message>
            <source>What to map. Floods and change compare two dates; water and possible oil need one image.</source>
            <translation>Que cartographier. Inondations et changement comparent deux dates ; l'eau et les hydrocarbures possibles demandent une image.</translation>
        </message>
        <message>
            <source>Which part of the image to map</source>
            <translation>Quelle partie de l'image cartographier</translation>
        </message>
        <message>
            <source>Without it, a result of the same name is kept and the new one gets a number</source>
            <translation>Sinon, un résultat de même nom est conservé et le nouveau reçoit un numéro</translation>
        </message>
        <message>
            <source>Zeros are</source>
            <translation>Les zéros sont</translation>
        </message>
    </context>
    <context>
        <name>TidemarkHeightsForm</name>
        <message>
            <source>Heights (DEM) of the ground, for hills</source>
            <translation>Altitudes (MNT) du sol, pour le relief</translation>
        </message>
    </context>
    <context>
        <name>TidemarkImageForm</name>
        <message>
            <source>A Sentinel-1 product as it was downloaded: zip or .SAFE. It can be dropped here, too.</source>
            <translation>Un produit Sentinel-1 tel que téléchargé : zip ou .SAFE. Il peut aussi être déposé ici.</translation>
        </message>
        <message>
            <source>Product…</source>
            <translation>Produit…</translation>
        </message>
        <message>
            <source>The VH band of the same acquisition, on the same grid</source>
            <translation>La bande VH de la même acquisition, sur la même grille</translation>
        </message>
        <message>
            <source>The band that holds VH; by name: as names and metadata tell</source>
            <translation>La bande qui contient VH ; d'après le nom : comme le disent noms et métadonnées</translation>
        </message>
        <message>
            <source>The band that holds VV; by name: as names and metadata tell</source>
            <translation>La bande qui contient VV ; d'après le nom : comme le disent noms et métadonnées</translation>
        </message>
        <message>
            <source>Tick it where VV and VH are two layers</source>
            <translation>À cocher si VV et VH sont deux couches</translation>
        </message>
        <message>
            <source>VH is</source>
            <translation>VH est</translation>
        </message>
        <message>
            <source>VH is in another layer</source>
            <translation>VH est dans une autre couche</translation>
        </message>
        <message>
            <source>VV is</source>
            <translation>VV est</translation>
        </message>
    </context>
    <context>
        <name>TidemarkLeaveOutForm</name>
        <message>
            <source>HAND above 15 m</source>
            <translation>HAND supérieur à 15 m</translation>
        </message>
        <message>
            <source>Layover, shadow</source>
            <translation>Repliement, ombre</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Exclure</translation>
        </message>
        <message>
            <source>Polygons</source>
            <translation>Polygones</translation>
        </message>
        <message>
            <source>Slope above 15°</source>
            <translation>Pente supérieure à 15°</translation>
        </message>
    </context>
    <context>
        <name>TidemarkOpticalForm</name>
        <message>
            <source>A cloud-free optical image, better one of each date, helps where the radar is ambiguous; clouds and gaps are left to the radar</source>
            <translation>Une image optique sans nuages, mieux une de chaque date, aide où le radar est ambigu ; nuages et trous restent au radar</translation>
        </message>
        <message>
            <source>An optical image of the date before, with the same bands, on any grid, if there is one</source>
            <translation>Une image optique de la date antérieure, avec les mêmes bandes, sur n'importe quelle grille, s'il y en a une</translation>
        </message>
        <message>
            <source>An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4, on any grid</source>
            <translation>Une image optique de la date à cartographier, comme Sentinel-2 avec B11, B8 et B4, sur n'importe quelle grille</translation>
        </message>
        <message>
            <source>Optical bands</source>
            <translation>Bandes optiques</translation>
        </message>
        <message>
            <source>Optical image</source>
            <translation>Image optique</translation>
        </message>
        <message>
            <source>Optical image before</source>
            <translation>Image optique antérieure</translation>
        </message>
        <message>
            <source>Optical images</source>
            <translation>Images optiques</translation>
        </message>
        <message>
            <source>Which band is which in the images, where their names do not tell, for example swir=1,nir=2,visible=3</source>
            <translation>Quelle bande est laquelle dans les images, si leurs noms ne le disent pas, par exemple swir=1,nir=2,visible=3</translation>
        </message>
        <message>
            <source>by name</source>
            <translation>d'après le nom</translation>
        </message>
    </context>
    <context>
        <name>TidemarkReferenceForm</name>
        <message>
            <source>Reference water (raster)</source>
            <translation>Eau de référence (raster)</translation>
        </message>
        <message>
            <source>With neither of the two, the map shows water, not flood.</source>
            <translation>Sans l'un ni l'autre, la carte montre l'eau, pas l'inondation.</translation>
        </message>
        <message>
            <source>from </source>
            <translation>dès </translation>
        </message>
        <message>
            <source>from: auto</source>
            <translation>dès : auto</translation>
        </message>
    </context>
    <context>
        <name>TidemarkResultBox</name>
        <message>
            <source>A folder for the recipient: map, polygons, one-page PDF, styles, run record and a README in plain words</source>
            <translation>Un dossier pour le destinataire : carte, polygones, PDF d'une page, styles, compte rendu d'exécution et un README en mots simples</translation>
        </message>
        <message>
            <source>Copy all its files out of the temporary folder, which QGIS deletes when it closes; the layers show the copies from then on</source>
            <translation>Copie tous ses fichiers hors du dossier temporaire, que QGIS supprime à sa fermeture ; les couches montrent ensuite les copies</translation>
        </message>
        <message>
            <source>Count the map in each polygon of a layer: districts, fields, parcels. Tables and more: Processing toolbox, Tidemark.</source>
            <translation>Compte la carte dans chaque polygone d'une couche : communes, champs, parcelles. Tableaux et plus : boîte à outils de traitements, Tidemark.</translation>
        </message>
        <message>
            <source>Fill the form above with the task, the images and all options of this run</source>
            <translation>Remplit le formulaire ci-dessus avec la tâche, les images et toutes les options de cette exécution</translation>
        </message>
        <message>
            <source>Hectares in zones…</source>
            <translation>Hectares par zone…</translation>
        </message>
        <message>
            <source>Keep this result…</source>
            <translation>Conserver ce résultat…</translation>
        </message>
        <message>
            <source>Make polygons</source>
            <translation>Créer les polygones</translation>
        </message>
        <message>
            <source>One-page PDF…</source>
            <translation>PDF d'une page…</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ouvrir le dossier</translation>
        </message>
        <message>
            <source>Package for hand-over…</source>
            <translation>Paquet de livraison…</translation>
        </message>
        <message>
            <source>Polygons of 0.5 ha and more, with hectares, in a GeoPackage beside the map. Other sizes and formats: Processing toolbox, Tidemark.</source>
            <translation>Polygones de 0,5 ha et plus, avec hectares, dans un GeoPackage à côté de la carte. Autres tailles et formats : boîte à outils de traitements, Tidemark.</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <source>Show the files of the map in the system's file manager</source>
            <translation>Montre les fichiers de la carte dans le gestionnaire de fichiers</translation>
        </message>
        <message>
            <source>The map over the radar image on one page, with hectares, legend, scale, place, sources and limits. Paper, contact and disclaimer: Settings, Options, Tidemark.</source>
            <translation>La carte sur l'image radar en une page, avec hectares, légende, échelle, lieu, sources et limites. Papier, contact et avertissement : Préférences, Options, Tidemark.</translation>
        </message>
        <message>
            <source>Use these settings again</source>
            <translation>Reprendre ces réglages</translation>
        </message>
    </context>
    <context>
        <name>TidemarkRunBar</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Earlier runs: use their settings again, or add their maps</source>
            <translation>Exécutions antérieures : reprendre leurs réglages, ou ajouter leurs cartes</translation>
        </message>
        <message>
            <source>Engine…</source>
            <translation>Moteur…</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>History…</source>
            <translation>Historique…</translation>
        </message>
        <message>
            <source>Map the chosen image; QGIS can be used meanwhile</source>
            <translation>Cartographie l'image choisie ; QGIS reste utilisable pendant ce temps</translation>
        </message>
        <message>
            <source>Open the guide; it needs no internet</source>
            <translation>Ouvre le guide ; il n'a pas besoin d'internet</translation>
        </message>
        <message>
            <source>Stop the run; nothing of it remains</source>
            <translation>Arrête l'exécution ; il n'en reste rien</translation>
        </message>
        <message>
            <source>What maps the images: install it, look after it, remove it</source>
            <translation>Ce qui cartographie les images : l'installer, le vérifier, l'enlever</translation>
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
            <translation>Terre</translation>
        </message>
        <message>
            <source>Least area</source>
            <translation>Surface minimale</translation>
        </message>
        <message>
            <source>Wind</source>
            <translation>Vent</translation>
        </message>
        <message>
            <source>Without land, dark land and radar shadow at the coast may pass for features.</source>
            <translation>Sans la terre, la terre sombre et l'ombre radar de la côte peuvent passer pour des nappes.</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>inconnu</translation>
        </message>
    </context>
    <context>
        <name>TidemarkStartBox</name>
        <message>
            <source>&lt;b&gt;Maps water, floods, change and possible oil from radar images.&lt;/b&gt;&lt;br/&gt;1. Drop a Sentinel-1 product here as it was downloaded (zip), or add a radar image as a layer; for floods, one from before as well.&lt;br/&gt;2. Choose the task.&lt;br/&gt;3. Click the button at the bottom.</source>
            <translation>&lt;b&gt;Cartographie l'eau, les inondations, les changements et les hydrocarbures possibles à partir d'images radar.&lt;/b&gt;&lt;br/&gt;1. Déposez ici un produit Sentinel-1 tel que téléchargé (zip), ou ajoutez une image radar comme couche ; pour les inondations, une d'avant aussi.&lt;br/&gt;2. Choisissez la tâche.&lt;br/&gt;3. Cliquez sur le bouton en bas.</translation>
        </message>
        <message>
            <source>Simulates a place before and during a flood on this computer, loads both images and maps the flood: about half a minute</source>
            <translation>Simule sur cet ordinateur un lieu avant et pendant une inondation, charge les deux images et cartographie l'inondation : environ une demi-minute</translation>
        </message>
        <message>
            <source>Try it on a sample</source>
            <translation>Essayer sur un exemple</translation>
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
            <translation>Une nouvelle carte avec ce seuil, à partir de la probabilité enregistrée, avec ses hectares ; la précédente reste</translation>
        </message>
        <message>
            <source>Make the class layer</source>
            <translation>Créer la couche de classes</translation>
        </message>
        <message>
            <source>Move it to see on the map what counts as detected: lower finds more and invents more</source>
            <translation>Déplacez-le pour voir sur la carte ce qui compte comme détecté : plus bas trouve plus et invente plus</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Show the maps as they were</source>
            <translation>Montre les cartes comme elles étaient</translation>
        </message>
        <message>
            <source>The probability from which a pixel counts as detected</source>
            <translation>La probabilité à partir de laquelle un pixel compte comme détecté</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Seuil</translation>
        </message>
    </context>
</TS>
