<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
    <context>
        <name>Engine</name>
        <message>
            <source>'{crs}' is no coordinate reference system.</source>
            <translation>'{crs}' não é um sistema de referência de coordenadas.</translation>
        </message>
        <message>
            <source>'{text}' cannot be part of a file name.</source>
            <translation>'{text}' não pode fazer parte de um nome de arquivo.</translation>
        </message>
        <message>
            <source>--bands, e.g. VV=1,VH=2 (in QGIS: 'VV is' and 'VH is', or 'Bands' in the toolbox)</source>
            <translation>'VV é' e 'VH é', ou 'Bandas' na caixa de ferramentas</translation>
        </message>
        <message>
            <source>A DEM with heights in metres is needed.</source>
            <translation>É necessário um modelo de elevação com alturas em metros.</translation>
        </message>
        <message>
            <source>A GeoPackage holds maps.</source>
            <translation>Um GeoPackage contém mapas.</translation>
        </message>
        <message>
            <source>A band's name is one of {join} and its number between 1 and {count}.</source>
            <translation>O nome de uma banda é um de {join} e seu número está entre 1 e {count}.</translation>
        </message>
        <message>
            <source>A card is a JSON file, a STAC Item with the MLM extension.</source>
            <translation>Uma ficha é um arquivo JSON, um STAC Item com a extensão MLM.</translation>
        </message>
        <message>
            <source>A changed or damaged network gives maps that nobody has measured.</source>
            <translation>Uma rede alterada ou danificada dá mapas que ninguém mediu.</translation>
        </message>
        <message>
            <source>A class raster has one band of Tidemark's class codes.</source>
            <translation>Um raster de classes tem uma banda com os códigos de classe do Tidemark.</translation>
        </message>
        <message>
            <source>A damaged file of such a name would end the program.</source>
            <translation>Um arquivo danificado com esse nome encerraria o programa.</translation>
        </message>
        <message>
            <source>A download that broke off looks like this.</source>
            <translation>Um download interrompido é assim.</translation>
        </message>
        <message>
            <source>A dry edge that was observed, and heights along it, are needed (the DEM's pixels are {pixel_m} m).</source>
            <translation>É necessária uma borda seca que tenha sido observada, e altitudes ao longo dela (os pixels do MDE são de {pixel_m} m).</translation>
        </message>
        <message>
            <source>A file can be read more than once.</source>
            <translation>Um arquivo pode ser lido mais de uma vez.</translation>
        </message>
        <message>
            <source>A job has the fields {join}.</source>
            <translation>Um trabalho tem os campos {join}.</translation>
        </message>
        <message>
            <source>A list is a text file in UTF-8 with one scene a line; several paths separated by tabs are one scene.</source>
            <translation>Uma lista é um arquivo de texto em UTF-8 com uma cena por linha; vários caminhos separados por tabulações são uma cena.</translation>
        </message>
        <message>
            <source>A map is replaced only where that is asked for.</source>
            <translation>Um mapa só é substituído onde isso é pedido.</translation>
        </message>
        <message>
            <source>A map needs backscatter that varies.</source>
            <translation>Um mapa precisa de retroespalhamento que varie.</translation>
        </message>
        <message>
            <source>A map needs backscatter.</source>
            <translation>Um mapa precisa de retroespalhamento.</translation>
        </message>
        <message>
            <source>A model reads nothing outside its own folder.</source>
            <translation>Um modelo não lê nada fora de sua própria pasta.</translation>
        </message>
        <message>
            <source>A network has at most {most_bytes} GB.</source>
            <translation>Uma rede tem no máximo {most_bytes} GB.</translation>
        </message>
        <message>
            <source>A network is one ONNX file with standard operators, and the image decides the size of what it computes.</source>
            <translation>Uma rede é um arquivo ONNX com operadores padrão, e a imagem decide o tamanho do que ela calcula.</translation>
        </message>
        <message>
            <source>A package is never overwritten.</source>
            <translation>Um pacote nunca é sobrescrito.</translation>
        </message>
        <message>
            <source>A pixel has {pixel_m} m: {window_m} m around it are {window} pixels.</source>
            <translation>Um pixel tem {pixel_m} m: {window_m} m ao redor são {window} pixels.</translation>
        </message>
        <message>
            <source>A portal sends one that asks for a login.</source>
            <translation>Um portal envia uma que pede login.</translation>
        </message>
        <message>
            <source>A prefix of file names is needed.</source>
            <translation>É preciso um começo de nomes de arquivos.</translation>
        </message>
        <message>
            <source>A probability raster has one band of bytes, 0 to 100 per cent.</source>
            <translation>Um raster de probabilidade tem uma banda de bytes, de 0 a 100 por cento.</translation>
        </message>
        <message>
            <source>A product as it was downloaded: it is calibrated and placed on a map grid before it is mapped, once.</source>
            <translation>Um produto como foi baixado: é calibrado e colocado em uma grade cartográfica antes de ser mapeado, uma só vez.</translation>
        </message>
        <message>
            <source>A product is a .SAFE folder, its zip, or a file of its measurement folder with the other folders around it.</source>
            <translation>Um produto é uma pasta .SAFE, seu zip, ou um arquivo de sua pasta measurement com as outras pastas ao redor.</translation>
        </message>
        <message>
            <source>A product needs its annotation folder to be calibrated and placed.</source>
            <translation>Um produto precisa de sua pasta annotation para ser calibrado e posicionado.</translation>
        </message>
        <message>
            <source>A product tells both itself.</source>
            <translation>Um produto informa ambas as coisas por si mesmo.</translation>
        </message>
        <message>
            <source>A quick look is a picture, a .png.</source>
            <translation>Uma visualização rápida é uma imagem, um .png.</translation>
        </message>
        <message>
            <source>A raster of numbers of people is needed.</source>
            <translation>É necessário um raster com números de pessoas.</translation>
        </message>
        <message>
            <source>A threshold can be found from {least_pixels} on.</source>
            <translation>Um limiar pode ser achado a partir de {least_pixels}.</translation>
        </message>
        <message>
            <source>Add the file of VV, or say which band it is with --bands, e.g. VV=1 (in QGIS: 'VV is', or 'Bands' in the toolbox).</source>
            <translation>Acrescente o arquivo de VV, ou diga qual banda é em 'VV é', ou 'Bandas' na caixa de ferramentas.</translation>
        </message>
        <message>
            <source>Add the missing band's file, name the bands with {bands_option}, or choose a method that takes one band (--method {baseline}; in QGIS: 'Method').</source>
            <translation>Acrescente o arquivo da banda que falta, nomeie as bandas em {bands_option}, ou escolha um método que aceita uma banda ('Método': {baseline}).</translation>
        </message>
        <message>
            <source>Along the edge between water and observed dry ground, the ground's height is that of the water; edges of what was not mapped or not observed tell nothing. Outliers are left out, and a surface is laid over each connected body, after INFLOS (Caretto et al. 2025, doi 10.3390/rs17020329) and FwDET (Cohen et al. 2018, doi 10.1111/1752-1688.12609; 2022, doi 10.3390/rs14215313). Depth is this surface less the ground.</source>
            <translation>Ao longo da borda entre a água e o terreno seco observado, a altitude do terreno é a da água; bordas do que não foi mapeado ou observado não dizem nada. Valores atípicos são descartados, e uma superfície é estendida sobre cada corpo conexo, segundo INFLOS (Caretto et al. 2025, doi 10.3390/rs17020329) e FwDET (Cohen et al. 2018, doi 10.1111/1752-1688.12609; 2022, doi 10.3390/rs14215313). A profundidade é esta superfície menos o terreno.</translation>
        </message>
        <message>
            <source>An annotation has at most {largest_bytes} MB.</source>
            <translation>Uma anotação tem no máximo {largest_bytes} MB.</translation>
        </message>
        <message>
            <source>An estimate from the extent of the map, for a first look: it replaces neither a survey nor a model of the flow.</source>
            <translation>Uma estimativa a partir da extensão do mapa, para um primeiro olhar: não substitui nem um levantamento nem um modelo hidráulico.</translation>
        </message>
        <message>
            <source>An image before belongs to the tasks {listed}.</source>
            <translation>Uma imagem anterior cabe às tarefas {listed}.</translation>
        </message>
        <message>
            <source>An image is given without a file.</source>
            <translation>Uma imagem foi indicada sem arquivo.</translation>
        </message>
        <message>
            <source>An image is made of products of one pass, or of files that hold its bands.</source>
            <translation>Uma imagem é feita de produtos de uma passagem, ou de arquivos que contêm suas bandas.</translation>
        </message>
        <message>
            <source>An older one stands beside a newer one.</source>
            <translation>Uma mais antiga acompanha uma mais recente.</translation>
        </message>
        <message>
            <source>An optical image needs a model with an optical input.</source>
            <translation>Uma imagem óptica precisa de um modelo com entrada óptica.</translation>
        </message>
        <message>
            <source>Areas and distances need the right one.</source>
            <translation>Áreas e distâncias precisam do correto.</translation>
        </message>
        <message>
            <source>Ask for the right to read it.</source>
            <translation>Peça permissão para lê-la.</translation>
        </message>
        <message>
            <source>Ask its owner for the right to read it.</source>
            <translation>Peça a seu dono permissão para lê-lo.</translation>
        </message>
        <message>
            <source>Assign it first (in QGIS: Layer &gt; Set CRS, then Save As).</source>
            <translation>Atribua-o antes (Camada, Definir SRC, e depois Salvar como).</translation>
        </message>
        <message>
            <source>Assign it first.</source>
            <translation>Atribua-o antes.</translation>
        </message>
        <message>
            <source>At least one is needed; 0 means all.</source>
            <translation>É necessário ao menos um; 0 significa todos.</translation>
        </message>
        <message>
            <source>At least {least} are needed to place the image.</source>
            <translation>São necessários ao menos {least} para posicionar a imagem.</translation>
        </message>
        <message>
            <source>Backscatter change between two dates, one polarisation</source>
            <translation>Mudança de retroespalhamento entre duas datas, uma polarização</translation>
        </message>
        <message>
            <source>Bands or pixel values are named of a Sentinel-1 product.</source>
            <translation>São indicadas bandas ou valores dos pixels de um produto Sentinel-1.</translation>
        </message>
        <message>
            <source>Both dates have observed too few pixels in common for the log-ratio's threshold: the network decides alone.</source>
            <translation>As duas datas têm poucos pixels observados em comum para o limiar da log-razão: a rede decide sozinha.</translation>
        </message>
        <message>
            <source>Both have to come from one run.</source>
            <translation>Ambos têm de vir de uma mesma execução.</translation>
        </message>
        <message>
            <source>Both must show the same place.</source>
            <translation>Ambas devem mostrar o mesmo lugar.</translation>
        </message>
        <message>
            <source>Bright ground in {band} differs by {newer} dB between the dates: were both calibrated alike? Snow, frost and leaves do that, too; the map may be misled by it.</source>
            <translation>O terreno claro em {band} difere {newer} dB entre as datas: ambas foram calibradas do mesmo modo? Neve, geada e folhas também fazem isso; o mapa pode ser enganado por isso.</translation>
        </message>
        <message>
            <source>Bring them onto one grid first (gdalwarp -te … -tr …, or Raster &gt; Align Rasters in QGIS).</source>
            <translation>Coloque-as antes em uma mesma grade (gdalwarp -te … -tr …, ou Raster, Alinhar rasters).</translation>
        </message>
        <message>
            <source>Calibrate and terrain-correct the product first (SNAP: Calibration, then Terrain Correction), or order an RTC product. If they are integers with a scale factor, write that into the file (gdal_translate -a_scale … -a_offset …).</source>
            <translation>Calibre e corrija antes o terreno do produto (SNAP: Calibration, depois Terrain Correction), ou peça um produto RTC. Se são inteiros com um fator de escala, grave-o no arquivo (gdal_translate -a_scale … -a_offset …).</translation>
        </message>
        <message>
            <source>Calibrate, multi-look and terrain-correct it first (SNAP), or order an RTC product.</source>
            <translation>Calibre-a, aplique multi-look e corrija o terreno antes (SNAP), ou peça um produto RTC.</translation>
        </message>
        <message>
            <source>Calm water may be among them: write the image in power, or with -60 dB instead, and run again.</source>
            <translation>Entre eles pode haver água calma: escreva a imagem em potência, ou com -60 dB no seu lugar, e execute de novo.</translation>
        </message>
        <message>
            <source>Card and network belong together.</source>
            <translation>Ficha e rede andam juntas.</translation>
        </message>
        <message>
            <source>Check how the file was made.</source>
            <translation>Verifique como o arquivo foi feito.</translation>
        </message>
        <message>
            <source>Check its CRS.</source>
            <translation>Verifique seu SRC.</translation>
        </message>
        <message>
            <source>Check its coordinate reference system, or leave it out.</source>
            <translation>Verifique seu sistema de referência de coordenadas, ou não o use.</translation>
        </message>
        <message>
            <source>Check its coordinate reference system.</source>
            <translation>Verifique seu sistema de referência de coordenadas.</translation>
        </message>
        <message>
            <source>Check its unit and nodata value.</source>
            <translation>Verifique sua unidade e seu valor sem dados.</translation>
        </message>
        <message>
            <source>Check its unit, and declare its value for voids as nodata (gdal_edit.py -a_nodata VALUE).</source>
            <translation>Verifique sua unidade, e declare seu valor de vazios como sem dados (gdal_edit.py -a_nodata VALUE).</translation>
        </message>
        <message>
            <source>Check that the file is complete and is an image.</source>
            <translation>Verifique se o arquivo está completo e é uma imagem.</translation>
        </message>
        <message>
            <source>Check that the file is complete.</source>
            <translation>Verifique se o arquivo está completo.</translation>
        </message>
        <message>
            <source>Check the file; where zeros mean dark water, say so with --zeros dark (in QGIS: 'Zeros are').</source>
            <translation>Verifique o arquivo; se os zeros são água escura, diga isso em 'Zeros são'.</translation>
        </message>
        <message>
            <source>Check the layer of land, or choose another image.</source>
            <translation>Verifique a camada de terra, ou escolha outra imagem.</translation>
        </message>
        <message>
            <source>Check the nodata value and the layer of land.</source>
            <translation>Verifique o valor sem dados e a camada de terra.</translation>
        </message>
        <message>
            <source>Check the nodata value, or choose the fixed threshold (--method fixed; in QGIS: 'Method').</source>
            <translation>Verifique o valor sem dados, ou escolha o limiar fixo ('Método').</translation>
        </message>
        <message>
            <source>Check the path, or write a list with one scene a line.</source>
            <translation>Verifique o caminho, ou escreva uma lista com uma cena por linha.</translation>
        </message>
        <message>
            <source>Check the path.</source>
            <translation>Verifique o caminho.</translation>
        </message>
        <message>
            <source>Check the product.</source>
            <translation>Verifique o produto.</translation>
        </message>
        <message>
            <source>Check the zones' coordinate reference system, or choose others.</source>
            <translation>Verifique o sistema de referência de coordenadas das zonas, ou escolha outras.</translation>
        </message>
        <message>
            <source>Check what the values mean, and say it with --scale (in QGIS: the box 'Pixel values').</source>
            <translation>Verifique o que os valores significam, e diga em 'Valores dos pixels'.</translation>
        </message>
        <message>
            <source>Check where the product is from.</source>
            <translation>Verifique de onde vem o produto.</translation>
        </message>
        <message>
            <source>Choose a DEM of this place, or none.</source>
            <translation>Escolha um MDE deste lugar, ou nenhum.</translation>
        </message>
        <message>
            <source>Choose a Sentinel-1 product.</source>
            <translation>Escolha um produto Sentinel-1.</translation>
        </message>
        <message>
            <source>Choose a file with polygons.</source>
            <translation>Escolha um arquivo com polígonos.</translation>
        </message>
        <message>
            <source>Choose a finer DEM that covers the flood, or a map that shows more of the flood's edge.</source>
            <translation>Escolha um MDE mais fino que cubra a inundação, ou um mapa que mostre mais de sua borda.</translation>
        </message>
        <message>
            <source>Choose a larger pixel, another grid or an extent.</source>
            <translation>Escolha um pixel maior, outra grade ou uma extensão.</translation>
        </message>
        <message>
            <source>Choose a layer with polygons.</source>
            <translation>Escolha uma camada com polígonos.</translation>
        </message>
        <message>
            <source>Choose a shorter name.</source>
            <translation>Escolha um nome mais curto.</translation>
        </message>
        <message>
            <source>Choose an extent inside it.</source>
            <translation>Escolha uma extensão dentro dele.</translation>
        </message>
        <message>
            <source>Choose an extent inside the image (tidemark info shows where it lies).</source>
            <translation>Escolha uma extensão dentro da imagem.</translation>
        </message>
        <message>
            <source>Choose an image.</source>
            <translation>Escolha uma imagem.</translation>
        </message>
        <message>
            <source>Choose another Python.</source>
            <translation>Escolha outro Python.</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>Escolha outro arquivo.</translation>
        </message>
        <message>
            <source>Choose another folder, or ask for the right to write there.</source>
            <translation>Escolha outra pasta, ou peça permissão para gravar nela.</translation>
        </message>
        <message>
            <source>Choose another image, or check the coordinate reference systems of the two.</source>
            <translation>Escolha outra imagem, ou verifique os sistemas de referência de coordenadas das duas.</translation>
        </message>
        <message>
            <source>Choose another image, or check their nodata values.</source>
            <translation>Escolha outra imagem, ou verifique seus valores sem dados.</translation>
        </message>
        <message>
            <source>Choose another layer.</source>
            <translation>Escolha outra camada.</translation>
        </message>
        <message>
            <source>Choose another map.</source>
            <translation>Escolha outro mapa.</translation>
        </message>
        <message>
            <source>Choose another model or another task.</source>
            <translation>Escolha outro modelo ou outra tarefa.</translation>
        </message>
        <message>
            <source>Choose another model.</source>
            <translation>Escolha outro modelo.</translation>
        </message>
        <message>
            <source>Choose another name, e.g. with _v2.</source>
            <translation>Escolha outro nome, p. ex. com _v2.</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>Escolha outro.</translation>
        </message>
        <message>
            <source>Choose another output folder.</source>
            <translation>Escolha outra pasta de resultados.</translation>
        </message>
        <message>
            <source>Choose another output, or let it be replaced with --overwrite (in QGIS: 'Replace an earlier result').</source>
            <translation>Escolha outra saída, ou permita substituí-la com 'Substituir um resultado anterior'.</translation>
        </message>
        <message>
            <source>Choose another output, or move that file away.</source>
            <translation>Escolha outra saída, ou mova esse arquivo.</translation>
        </message>
        <message>
            <source>Choose another output.</source>
            <translation>Escolha outra saída.</translation>
        </message>
        <message>
            <source>Choose at least one.</source>
            <translation>Escolha ao menos uma.</translation>
        </message>
        <message>
            <source>Choose images of the same kind, or name their bands with {bands_option}.</source>
            <translation>Escolha imagens do mesmo tipo, ou nomeie suas bandas em {bands_option}.</translation>
        </message>
        <message>
            <source>Choose one of these for the zones' names.</source>
            <translation>Escolha um destes para os nomes das zonas.</translation>
        </message>
        <message>
            <source>Choose one of these, give the path of a model card (.json), or use a method without a model.</source>
            <translation>Escolha um destes, indique o caminho de uma ficha (.json), ou use um método sem modelo.</translation>
        </message>
        <message>
            <source>Choose one of these.</source>
            <translation>Escolha um destes.</translation>
        </message>
        <message>
            <source>Choose one with --layer.</source>
            <translation>Escolha uma.</translation>
        </message>
        <message>
            <source>Choose the class raster of a run for water or a flood.</source>
            <translation>Escolha o raster de classes de uma execução de água ou de inundação.</translation>
        </message>
        <message>
            <source>Choose the log-ratio with its fixed threshold (--method log-ratio; in QGIS: 'Method').</source>
            <translation>Escolha a log-razão, com seu limiar fixo ('Método').</translation>
        </message>
        <message>
            <source>Choose the one that was taken earlier, or leave both out.</source>
            <translation>Escolha a que foi tomada antes, ou deixe ambas de fora.</translation>
        </message>
        <message>
            <source>Choose the product as it was downloaded.</source>
            <translation>Escolha o produto como foi baixado.</translation>
        </message>
        <message>
            <source>Classes are {join}.</source>
            <translation>As classes são {join}.</translation>
        </message>
        <message>
            <source>Close other programs, or map a smaller extent.</source>
            <translation>Feche outros programas ou mapeie uma extensão menor.</translation>
        </message>
        <message>
            <source>Compare it with a card in the folder models of Tidemark.</source>
            <translation>Compare-a com uma ficha da pasta models do Tidemark.</translation>
        </message>
        <message>
            <source>Compute the slope in degrees (gdaldem slope).</source>
            <translation>Calcule a declividade em graus (gdaldem slope).</translation>
        </message>
        <message>
            <source>Copy it again from where it came from, or install Tidemark again.</source>
            <translation>Copie-o de novo de onde veio, ou instale o Tidemark de novo.</translation>
        </message>
        <message>
            <source>Copy it again from where it came from.</source>
            <translation>Copie-o de novo de onde veio.</translation>
        </message>
        <message>
            <source>Copy or download it again.</source>
            <translation>Copie-o ou baixe-o de novo.</translation>
        </message>
        <message>
            <source>Copy or download the file again.</source>
            <translation>Copie ou baixe o arquivo de novo.</translation>
        </message>
        <message>
            <source>Copy the card and its networks again from where they came from, or install Tidemark again.</source>
            <translation>Copie de novo a ficha e suas redes de onde vieram, ou instale o Tidemark de novo.</translation>
        </message>
        <message>
            <source>Copy the network itself into {parent}.</source>
            <translation>Copie a própria rede para {parent}.</translation>
        </message>
        <message>
            <source>Copy {name} into {parent}, or install Tidemark again.</source>
            <translation>Copie {name} para {parent}, ou instale o Tidemark de novo.</translation>
        </message>
        <message>
            <source>Correct --connectivity.</source>
            <translation>Corrija a conectividade.</translation>
        </message>
        <message>
            <source>Correct --minimum-area (in QGIS: 'Least area').</source>
            <translation>Corrija 'Área mínima'.</translation>
        </message>
        <message>
            <source>Correct --reference-threshold (in QGIS: 'Reference water from').</source>
            <translation>Corrija 'Água de referência a partir de'.</translation>
        </message>
        <message>
            <source>Correct --threads (in QGIS: 'CPU threads').</source>
            <translation>Corrija 'Threads da CPU'.</translation>
        </message>
        <message>
            <source>Correct --wind (in QGIS: 'Wind').</source>
            <translation>Corrija 'Vento'.</translation>
        </message>
        <message>
            <source>Correct it.</source>
            <translation>Corrija-o.</translation>
        </message>
        <message>
            <source>Correct the extent.</source>
            <translation>Corrija a extensão.</translation>
        </message>
        <message>
            <source>Dark features are looked for at sea.</source>
            <translation>Feições escuras são procuradas no mar.</translation>
        </message>
        <message>
            <source>Dark features at sea are looked for in VV, or in HH; the sea of other polarisations lies at the radar's noise.</source>
            <translation>Feições escuras no mar são procuradas em VV, ou em HH; o mar de outras polarizações está no nível do ruído do radar.</translation>
        </message>
        <message>
            <source>Degrees from 0 to 90 are needed; this may be {unit}.</source>
            <translation>São necessários graus de 0 a 90; isto pode ser {unit}.</translation>
        </message>
        <message>
            <source>Depth of {hectares_in_words}: {mean_m} m in the mean, {largest_m} m at most, {volume} of water; no depth of {hectares_in_words2}; not observed: {not_observed_percent} % of the image.</source>
            <translation>Profundidade de {hectares_in_words}: {mean_m} m em média, {largest_m} m no máximo, {volume} de água; sem profundidade em {hectares_in_words2}; não observado: {not_observed_percent} % da imagem.</translation>
        </message>
        <message>
            <source>Depths are written to a .tif.</source>
            <translation>Profundidades são gravadas em um .tif.</translation>
        </message>
        <message>
            <source>Depths can be told of water and floods.</source>
            <translation>Profundidades podem ser dadas de água e de inundações.</translation>
        </message>
        <message>
            <source>Detected change in {share} of the {pixels}</source>
            <translation>Mudança detectada em {share} dos {pixels}</translation>
        </message>
        <message>
            <source>Detected change {area} ({looked_at})</source>
            <translation>Mudança detectada: {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Detected flood in {share} of the {pixels}</source>
            <translation>Inundação detectada em {share} dos {pixels}</translation>
        </message>
        <message>
            <source>Detected flood {area} ({looked_at})</source>
            <translation>Inundação detectada: {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Detected possible oil / dark features in {share} of the {pixels}</source>
            <translation>Detectado como possível óleo / feições escuras: {share} dos {pixels}</translation>
        </message>
        <message>
            <source>Detected possible oil / dark features {area} ({looked_at})</source>
            <translation>Detectado como possível óleo / feições escuras: {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Detected water in {share} of the {pixels}</source>
            <translation>Água detectada em {share} dos {pixels}</translation>
        </message>
        <message>
            <source>Detected water {area} ({looked_at})</source>
            <translation>Água detectada: {area} ({looked_at})</translation>
        </message>
        <message>
            <source>Display values (8 bit): dark is meant in local standard deviations, a relative measure.</source>
            <translation>Valores de exibição (8 bits): escuro se entende em desvios padrão locais, uma medida relativa.</translation>
        </message>
        <message>
            <source>Display values (8 bit): the image before was given the histogram of the image, and increase and decrease are relative.</source>
            <translation>Valores de exibição (8 bits): a imagem anterior recebeu o histograma da imagem, e aumento e diminuição são relativos.</translation>
        </message>
        <message>
            <source>Download it first.</source>
            <translation>Baixe-o primeiro.</translation>
        </message>
        <message>
            <source>Download the GRD product of the same acquisition.</source>
            <translation>Baixe o produto GRD da mesma aquisição.</translation>
        </message>
        <message>
            <source>Download the product again, and compare its size with the portal's.</source>
            <translation>Baixe o produto de novo e compare seu tamanho com o do portal.</translation>
        </message>
        <message>
            <source>Download the product again.</source>
            <translation>Baixe o produto de novo.</translation>
        </message>
        <message>
            <source>Download the values themselves (32-bit floating point, no visualisation).</source>
            <translation>Baixe os próprios valores (ponto flutuante de 32 bits, sem visualização).</translation>
        </message>
        <message>
            <source>Download the whole product again, or give a calibrated, terrain-corrected image of it.</source>
            <translation>Baixe de novo o produto inteiro, ou indique uma imagem dele calibrada e com correção do terreno.</translation>
        </message>
        <message>
            <source>Download the whole product again.</source>
            <translation>Baixe de novo o produto inteiro.</translation>
        </message>
        <message>
            <source>Download what it refers to first.</source>
            <translation>Baixe primeiro aquilo a que ele se refere.</translation>
        </message>
        <message>
            <source>Drag the file into QGIS and choose the layers. QGIS 3.40 takes colours and legend from the file by itself.</source>
            <translation>Arraste o arquivo para o QGIS e escolha as camadas. O QGIS 3.40 toma cores e legenda do arquivo por si mesmo.</translation>
        </message>
        <message>
            <source>Drag {files} into QGIS (3.22 or newer). Colours and legend come by themselves, from the .qml file beside it.</source>
            <translation>Arraste {files} para o QGIS (3.22 ou mais novo). Cores e legenda vêm sozinhas, do arquivo .qml ao lado.</translation>
        </message>
        <message>
            <source>Each needs one.</source>
            <translation>Cada uma precisa de um.</translation>
        </message>
        <message>
            <source>Each polarisation has a band of its own.</source>
            <translation>Cada polarização tem sua própria banda.</translation>
        </message>
        <message>
            <source>Each polarisation is needed once.</source>
            <translation>Cada polarização é necessária uma vez.</translation>
        </message>
        <message>
            <source>Each result needs a name of its own.</source>
            <translation>Cada resultado precisa de um nome próprio.</translation>
        </message>
        <message>
            <source>Every feature is laid over the map's pixels exactly: a house smaller than a pixel counts with the part of the pixel that it covers. Lengths and areas are those on the WGS 84 ellipsoid. A feature counts in every class that it touches; people are shared out by area.</source>
            <translation>Cada feição é sobreposta aos pixels do mapa com exatidão: uma casa menor que um pixel conta com a parte do pixel que cobre. Comprimentos e áreas são os do elipsoide WGS 84. Uma feição conta em cada classe que toca; as pessoas são repartidas por área.</translation>
        </message>
        <message>
            <source>Every other GIS opens the .tif files as well (GeoTIFF); the .sld files have the colours.</source>
            <translation>Qualquer outro SIG também abre os arquivos .tif (GeoTIFF); os arquivos .sld têm as cores.</translation>
        </message>
        <message>
            <source>Every sampled pixel has the same value: the image is constant.</source>
            <translation>Todos os pixels da amostra têm o mesmo valor: a imagem é constante.</translation>
        </message>
        <message>
            <source>Features below {size} were left out ({all_of_them} in all); the probability raster shows them.</source>
            <translation>Feições menores que {size} foram deixadas de fora ({all_of_them} ao todo); o raster de probabilidade as mostra.</translation>
        </message>
        <message>
            <source>File systems take {longest} bytes.</source>
            <translation>Sistemas de arquivos aceitam {longest} bytes.</translation>
        </message>
        <message>
            <source>Flood between two radar dates, with or without optical images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For floods, give its bands as the optical image.</source>
            <translation>Para inundações, indique suas bandas como imagem óptica.</translation>
        </message>
        <message>
            <source>For oil, a model looks at one band.</source>
            <translation>Para óleo, um modelo olha uma banda.</translation>
        </message>
        <message>
            <source>Free some space or choose another folder, and run again.</source>
            <translation>Libere espaço ou escolha outra pasta, e execute de novo.</translation>
        </message>
        <message>
            <source>Free some space or choose another folder; what is done stays done.</source>
            <translation>Libere espaço ou escolha outra pasta; o que está feito fica feito.</translation>
        </message>
        <message>
            <source>Free some space, choose another folder, a larger pixel or an extent.</source>
            <translation>Libere espaço, escolha outra pasta, um pixel maior ou uma extensão.</translation>
        </message>
        <message>
            <source>Georeference both, or cut both to the same pixels.</source>
            <translation>Georreferencie ambas, ou recorte ambas aos mesmos pixels.</translation>
        </message>
        <message>
            <source>Georeference both.</source>
            <translation>Georreferencie ambas.</translation>
        </message>
        <message>
            <source>Georeference it anew (gdal_edit.py -a_ullr …).</source>
            <translation>Georreferencie-a de novo (gdal_edit.py -a_ullr …).</translation>
        </message>
        <message>
            <source>Georeference the image first and map it again.</source>
            <translation>Georreferencie antes a imagem e mapeie-a de novo.</translation>
        </message>
        <message>
            <source>Georeference the image.</source>
            <translation>Georreferencie a imagem.</translation>
        </message>
        <message>
            <source>Give a DEM of the whole product, or add the geoid to it.</source>
            <translation>Indique um MDE de todo o produto, ou some o geoide a ele.</translation>
        </message>
        <message>
            <source>Give a folder as the output instead of a GeoPackage.</source>
            <translation>Indique uma pasta como saída em vez de um GeoPackage.</translation>
        </message>
        <message>
            <source>Give a folder or such a list; for one image there is tidemark detect.</source>
            <translation>Indique uma pasta ou uma lista dessas; para uma só imagem há algoritmos próprios.</translation>
        </message>
        <message>
            <source>Give a map whose files are PREFIX_class.tif, PREFIX_run.json and so on.</source>
            <translation>Indique um mapa cujos arquivos se chamem PREFIX_class.tif, PREFIX_run.json etc.</translation>
        </message>
        <message>
            <source>Give a smaller one.</source>
            <translation>Indique uma menor.</translation>
        </message>
        <message>
            <source>Give e.g. --classes 1.</source>
            <translation>Indique p. ex. 1.</translation>
        </message>
        <message>
            <source>Give e.g. 0.5 for --threshold (in QGIS: 'Threshold').</source>
            <translation>Indique p. ex. 0.5 em 'Limiar'.</translation>
        </message>
        <message>
            <source>Give e.g. 0.5,0.75,1 for --scales (in QGIS: 'Scales').</source>
            <translation>Indique p. ex. 0.5,0.75,1 em 'Escalas'.</translation>
        </message>
        <message>
            <source>Give e.g. EMSR728 for --event (in QGIS: 'Event') and AOI01 for --aoi (in QGIS: 'Area of interest').</source>
            <translation>Indique p. ex. EMSR728 em 'Evento' e AOI01 em 'Área de interesse'.</translation>
        </message>
        <message>
            <source>Give e.g. flood.</source>
            <translation>Dê p. ex. flood.</translation>
        </message>
        <message>
            <source>Give e.g. flood.gpkg.</source>
            <translation>Indique p. ex. flood.gpkg.</translation>
        </message>
        <message>
            <source>Give e.g. flood_depth.tif.</source>
            <translation>Indique p. ex. flood_depth.tif.</translation>
        </message>
        <message>
            <source>Give e.g. flood_exposure.gpkg.</source>
            <translation>Indique p. ex. flood_exposure.gpkg.</translation>
        </message>
        <message>
            <source>Give e.g. look.png.</source>
            <translation>Indique p. ex. look.png.</translation>
        </message>
        <message>
            <source>Give e.g. scene.tif.</source>
            <translation>Indique p. ex. scene.tif.</translation>
        </message>
        <message>
            <source>Give e.g. the occurrence layer of JRC Global Surface Water, or make 0 and 1 of the classes of water first.</source>
            <translation>Indique p. ex. a camada occurrence do JRC Global Surface Water, ou faça antes 0 e 1 das classes de água.</translation>
        </message>
        <message>
            <source>Give e.g. the occurrence layer of JRC Global Surface Water.</source>
            <translation>Indique p. ex. a camada occurrence do JRC Global Surface Water.</translation>
        </message>
        <message>
            <source>Give e.g. zones.csv.</source>
            <translation>Indique p. ex. zones.csv.</translation>
        </message>
        <message>
            <source>Give it another name.</source>
            <translation>Dê-lhe outro nome.</translation>
        </message>
        <message>
            <source>Give it like EPSG:32633, or leave it out for UTM.</source>
            <translation>Indique-o como EPSG:32633, ou deixe vazio para UTM.</translation>
        </message>
        <message>
            <source>Give none, or one each.</source>
            <translation>Não indique nenhum, ou um para cada.</translation>
        </message>
        <message>
            <source>Give one kind only.</source>
            <translation>Indique de um só tipo.</translation>
        </message>
        <message>
            <source>Give the file PREFIX_class.tif that a run has written.</source>
            <translation>Indique o arquivo PREFIX_class.tif que uma execução gravou.</translation>
        </message>
        <message>
            <source>Give the file PREFIX_probability.tif that a run has written.</source>
            <translation>Indique o arquivo PREFIX_probability.tif que uma execução gravou.</translation>
        </message>
        <message>
            <source>Give the image's file, or use tidemark batch.</source>
            <translation>Indique o arquivo da imagem, ou use 'Mapear muitas cenas'.</translation>
        </message>
        <message>
            <source>Give the image's file.</source>
            <translation>Indique o arquivo da imagem.</translation>
        </message>
        <message>
            <source>Give the newer one too (--optical; in QGIS: 'Optical image'), or leave both out.</source>
            <translation>Indique também a mais recente ('Imagem óptica'), ou deixe ambas de fora.</translation>
        </message>
        <message>
            <source>Give the older one too (--optical-before; in QGIS: 'Optical image before'), or leave the optical image out.</source>
            <translation>Indique também a mais antiga ('Imagem óptica anterior'), ou deixe a imagem óptica de fora.</translation>
        </message>
        <message>
            <source>Give the older one with --before (in QGIS: 'Image before'), or choose another model.</source>
            <translation>Indique a mais antiga em 'Imagem anterior', ou escolha outro modelo.</translation>
        </message>
        <message>
            <source>Give the older one with --before (in QGIS: 'Image before').</source>
            <translation>Indique a mais antiga em 'Imagem anterior'.</translation>
        </message>
        <message>
            <source>Give the older radar image with --before (in QGIS: 'Image before the flood'), or leave the optical images out.</source>
            <translation>Indique a imagem de radar mais antiga em 'Imagem anterior à inundação', ou deixe de fora as imagens ópticas.</translation>
        </message>
        <message>
            <source>Give the one you need by its full name, e.g. {inside}.</source>
            <translation>Indique a que precisa pelo nome completo, p. ex. {inside}.</translation>
        </message>
        <message>
            <source>Give the two files of the same run.</source>
            <translation>Indique os dois arquivos da mesma execução.</translation>
        </message>
        <message>
            <source>Give them one by one, or as the image and the image before.</source>
            <translation>Indique-os um a um, ou como imagem e imagem anterior.</translation>
        </message>
        <message>
            <source>Give those of VV and VH, e.g. Sigma0_VV.img and Sigma0_VH.img.</source>
            <translation>Indique os de VV e VH, p. ex. Sigma0_VV.img e Sigma0_VH.img.</translation>
        </message>
        <message>
            <source>Give {noun} with {for_both}, or leave {for_both2} out.</source>
            <translation>Indique {noun} com {for_both}, ou deixe {for_both2} de fora.</translation>
        </message>
        <message>
            <source>Hectares and positions need one.</source>
            <translation>Hectares e posições precisam dela.</translation>
        </message>
        <message>
            <source>Heights above the ellipsoid are needed.</source>
            <translation>São necessárias alturas acima do elipsoide.</translation>
        </message>
        <message>
            <source>Heights along the flood's edge scatter by {noise_m} m: depths below that are uncertain, and the ground was smoothed over 3 x 3 pixels.</source>
            <translation>As altitudes ao longo da borda da inundação se dispersam {noise_m} m: profundidades menores são incertas, e o terreno foi suavizado em 3 x 3 pixels.</translation>
        </message>
        <message>
            <source>Heights in metres are needed.</source>
            <translation>São necessárias altitudes em metros.</translation>
        </message>
        <message>
            <source>Heights in metres lie between {lowest_m} and {highest_m}.</source>
            <translation>Altitudes em metros ficam entre {lowest_m} e {highest_m}.</translation>
        </message>
        <message>
            <source>If it is radar, name its bands with {bands_option}; else choose a radar image.</source>
            <translation>Se é radar, nomeie suas bandas em {bands_option}; senão escolha uma imagem de radar.</translation>
        </message>
        <message>
            <source>If that value means no data, declare it in the file (in QGIS: 'No data' in the layer's properties), and run again.</source>
            <translation>Se esse valor significa sem dados, declare-o no arquivo (no QGIS: 'Sem dados' nas propriedades da camada) e execute de novo.</translation>
        </message>
        <message>
            <source>If zeros mean no data, say so (--zeros nodata; in QGIS: 'Zeros are'), and run again.</source>
            <translation>Se os zeros significam sem dados, indique-o em 'Zeros são' e execute de novo.</translation>
        </message>
        <message>
            <source>Images are written to a .tif.</source>
            <translation>Imagens são gravadas em um .tif.</translation>
        </message>
        <message>
            <source>Images of products are kept there.</source>
            <translation>As imagens dos produtos são guardadas ali.</translation>
        </message>
        <message>
            <source>In a folder, images with the endings {join} count; in a list, each line is one.</source>
            <translation>Em uma pasta contam as imagens que terminam em {join}; em uma lista, cada linha é uma.</translation>
        </message>
        <message>
            <source>In the image before: {text}</source>
            <translation>Na imagem anterior: {text}</translation>
        </message>
        <message>
            <source>Install Tidemark again, or give another model.</source>
            <translation>Instale o Tidemark de novo, ou indique outro modelo.</translation>
        </message>
        <message>
            <source>Install the engine (panel 'Install engine').</source>
            <translation>Instale o motor (painel 'Instalar o motor').</translation>
        </message>
        <message>
            <source>Install the engine again (in QGIS: panel 'Install engine'; else: pip install {join}).</source>
            <translation>Instale o motor de novo (painel 'Instalar o motor'; senão: pip install {join}).</translation>
        </message>
        <message>
            <source>Install the engine again (pip install {split}; in QGIS: panel 'Install engine').</source>
            <translation>Instale o motor de novo (painel 'Instalar o motor'; senão: pip install {split}).</translation>
        </message>
        <message>
            <source>Installed models: {names}.</source>
            <translation>Modelos instalados: {names}.</translation>
        </message>
        <message>
            <source>It covers {join} in {to_string}, in longitude and latitude {min}, {min2}, {max}, {max2}.</source>
            <translation>Cobre {join} em {to_string}, em longitude e latitude {min}, {min2}, {max}, {max2}.</translation>
        </message>
        <message>
            <source>It is 0 or more, in hectares (1 km² is 100 ha).</source>
            <translation>É 0 ou mais, em hectares (1 km² são 100 ha).</translation>
        </message>
        <message>
            <source>It is XMIN,YMIN,XMAX,YMAX with XMIN &lt; XMAX and YMIN &lt; YMAX.</source>
            <translation>É XMIN,YMIN,XMAX,YMAX com XMIN &lt; XMAX e YMIN &lt; YMAX.</translation>
        </message>
        <message>
            <source>It is a probability from 0.01 to 1, in steps of 0.01.</source>
            <translation>É uma probabilidade de 0.01 a 1, em passos de 0.01.</translation>
        </message>
        <message>
            <source>It is a size of 0 or more.</source>
            <translation>É um tamanho de 0 ou mais.</translation>
        </message>
        <message>
            <source>It is a value of the raster, from 0 to 100.</source>
            <translation>É um valor do raster, de 0 a 100.</translation>
        </message>
        <message>
            <source>It is damaged, or made for a newer ONNX Runtime.</source>
            <translation>Está danificada, ou feita para um ONNX Runtime mais novo.</translation>
        </message>
        <message>
            <source>It is damaged, or something else.</source>
            <translation>Está danificado, ou é outra coisa.</translation>
        </message>
        <message>
            <source>It is given in the image's own coordinate reference system.</source>
            <translation>É indicada no sistema de referência de coordenadas da própria imagem.</translation>
        </message>
        <message>
            <source>It is one of {join}.</source>
            <translation>É um de {join}.</translation>
        </message>
        <message>
            <source>It lies between 0 and 40 m/s (1 knot is 0.51 m/s).</source>
            <translation>Está entre 0 e 40 m/s (1 nó são 0,51 m/s).</translation>
        </message>
        <message>
            <source>It lies between 1 and {largest_pixel_m} m.</source>
            <translation>Está entre 1 e {largest_pixel_m} m.</translation>
        </message>
        <message>
            <source>It may have been removed or moved while it was in use; nothing was written.</source>
            <translation>Ele pode ter sido removido ou movido enquanto estava em uso; nada foi gravado.</translation>
        </message>
        <message>
            <source>It must cover the image.</source>
            <translation>Deve cobrir a imagem.</translation>
        </message>
        <message>
            <source>It must say where it lies.</source>
            <translation>Deve dizer onde está.</translation>
        </message>
        <message>
            <source>It needs points, lines or polygons.</source>
            <translation>Precisa de pontos, linhas ou polígonos.</translation>
        </message>
        <message>
            <source>It returns a value from 0 to 1 for each pixel of its input.</source>
            <translation>Devolve um valor de 0 a 1 para cada pixel de sua entrada.</translation>
        </message>
        <message>
            <source>It should be whole XML.</source>
            <translation>Deveria ser XML inteiro.</translation>
        </message>
        <message>
            <source>It stands beside radar images of both dates.</source>
            <translation>Acompanha imagens de radar das duas datas.</translation>
        </message>
        <message>
            <source>It tells decrease from increase.</source>
            <translation>Ele distingue diminuição de aumento.</translation>
        </message>
        <message>
            <source>It tells water that is always there from the flood.</source>
            <translation>Distingue da inundação a água que está sempre lá.</translation>
        </message>
        <message>
            <source>It tells what the map shows and which images it was made of.</source>
            <translation>Diz o que o mapa mostra e de que imagens foi feito.</translation>
        </message>
        <message>
            <source>Its annotation says {samples} x {lines} of uint16.</source>
            <translation>Sua anotação diz {samples} x {lines} de uint16.</translation>
        </message>
        <message>
            <source>Its card says: inputs {wanted}, {join}; one output 'probability'.</source>
            <translation>Sua ficha diz: entradas {wanted}, {join}; uma saída 'probability'.</translation>
        </message>
        <message>
            <source>Its methods are {join}.</source>
            <translation>Seus métodos são {join}.</translation>
        </message>
        <message>
            <source>Its polygons have to overlap the image.</source>
            <translation>Seus polígonos têm de se sobrepor à imagem.</translation>
        </message>
        <message>
            <source>Layers of buildings, roads, places or land use are needed, or a population raster.</source>
            <translation>São necessárias camadas de edificações, estradas, lugares ou uso da terra, ou um raster de população.</translation>
        </message>
        <message>
            <source>Leave it out, or choose a task that compares (--task {comparing}; in QGIS: 'Task').</source>
            <translation>Deixe-a de fora, ou escolha uma tarefa que compare ('Tarefa': {comparing}).</translation>
        </message>
        <message>
            <source>Leave it out.</source>
            <translation>Deixe-o de fora.</translation>
        </message>
        <message>
            <source>Leave the model out, so that one with an optical input is taken, or leave the optical images out.</source>
            <translation>Deixe o modelo de fora, para que se use um com entrada óptica, ou deixe de fora as imagens ópticas.</translation>
        </message>
        <message>
            <source>Leave the optical images out, or give the path of a model card (.json) with an optical input.</source>
            <translation>Deixe de fora as imagens ópticas, ou indique o caminho de uma ficha (.json) com entrada óptica.</translation>
        </message>
        <message>
            <source>Leave them out (--bands, --scale; in QGIS: BANDS, 'Pixel values').</source>
            <translation>Deixe-os de fora (BANDS, 'Valores dos pixels').</translation>
        </message>
        <message>
            <source>Leave them out.</source>
            <translation>Deixe-os de fora.</translation>
        </message>
        <message>
            <source>Let it be replaced with --overwrite (in QGIS: 'Do again what is done'), choose another folder for the results, or move that one away.</source>
            <translation>Deixe que seja substituído ('Refazer o que está feito'), escolha outra pasta para os resultados, ou mova essa para outro lugar.</translation>
        </message>
        <message>
            <source>Letters, digits and hyphens can.</source>
            <translation>Letras, algarismos e hifens podem.</translation>
        </message>
        <message>
            <source>Log in and download it again.</source>
            <translation>Faça login e baixe-o novamente.</translation>
        </message>
        <message>
            <source>Make it, or choose another.</source>
            <translation>Crie-a, ou escolha outra.</translation>
        </message>
        <message>
            <source>Make the estimate again.</source>
            <translation>Faça a estimativa de novo.</translation>
        </message>
        <message>
            <source>Make the map again, or look for the file.</source>
            <translation>Faça o mapa de novo, ou procure o arquivo.</translation>
        </message>
        <message>
            <source>Make the map again, or take the record that was written with it.</source>
            <translation>Faça o mapa de novo, ou use o registro que foi gravado com ele.</translation>
        </message>
        <message>
            <source>Metres are needed.</source>
            <translation>São necessários metros.</translation>
        </message>
        <message>
            <source>Most of the flood has no depth. {name} or the map's edge tells too little.</source>
            <translation>A maior parte da inundação não tem profundidade. {name} ou a borda do mapa dizem muito pouco.</translation>
        </message>
        <message>
            <source>Move it away, or choose another folder.</source>
            <translation>Mova-o para outro lugar ou escolha outra pasta.</translation>
        </message>
        <message>
            <source>No annotation of Sentinel-1 does.</source>
            <translation>Nenhuma anotação do Sentinel-1 faz isso.</translation>
        </message>
        <message>
            <source>No depth can be told of any body of water: of the largest one, {reasons}.</source>
            <translation>Não se pode dar a profundidade de nenhum corpo d'água: do maior, {reasons}.</translation>
        </message>
        <message>
            <source>No depth of {hectares_in_words}: {reasons}.</source>
            <translation>Sem profundidade em {hectares_in_words}: {reasons}.</translation>
        </message>
        <message>
            <source>No georeference: hectares cannot be given.</source>
            <translation>Sem georreferência: não se podem dar hectares.</translation>
        </message>
        <message>
            <source>No land was given (--land; in QGIS: 'Land'): dark land, lakes and the radar's shadow at a steep coast may pass for features.</source>
            <translation>A terra não foi indicada ('Terra'): terra escura, lagos e a sombra de radar de uma costa íngreme podem passar por feições.</translation>
        </message>
        <message>
            <source>No model for the task '{task}' is installed.</source>
            <translation>Nenhum modelo para a tarefa '{task}' está instalado.</translation>
        </message>
        <message>
            <source>No model for the task '{task}' that takes an optical image is installed.</source>
            <translation>Nenhum modelo para a tarefa '{task}' que aceite uma imagem óptica está instalado.</translation>
        </message>
        <message>
            <source>No pixel of the sampled image holds an observation: all are nodata.</source>
            <translation>Nenhum pixel da amostra da imagem contém observação: todos são sem dados.</translation>
        </message>
        <message>
            <source>No polygon of {name} lies on the map: nothing was left out on its account.</source>
            <translation>Nenhum polígono de {name} está no mapa: nada foi excluído por causa dele.</translation>
        </message>
        <message>
            <source>No polygons: nothing was detected, or only pieces below the minimum ({area}).</source>
            <translation>Sem polígonos: nada foi detectado, ou só pedaços abaixo do mínimo ({area}).</translation>
        </message>
        <message>
            <source>No product is given.</source>
            <translation>Nenhum produto foi indicado.</translation>
        </message>
        <message>
            <source>No record tells where {name} shows possible water: it is not told from dry ground here.</source>
            <translation>Nenhum registo diz onde {name} mostra água possível: aqui não se distingue do solo seco.</translation>
        </message>
        <message>
            <source>No sampled pixel of the image is observed sea: all are land or nodata.</source>
            <translation>Nenhum pixel da amostra é mar observado: todos são terra ou sem dados.</translation>
        </message>
        <message>
            <source>No style was written: {stem}.qml beside it is a raster's. Choose another name to get one.</source>
            <translation>Nenhum estilo foi gravado: {stem}.qml, ao lado, é o de um raster. Escolha outro nome para obter um.</translation>
        </message>
        <message>
            <source>No wind speed was given: no feature is rated with high confidence (--wind; in QGIS: 'Wind').</source>
            <translation>A velocidade do vento não foi indicada: nenhuma feição recebe confiança alta ('Vento').</translation>
        </message>
        <message>
            <source>Nothing is given that could be affected.</source>
            <translation>Nada foi indicado que possa ser afetado.</translation>
        </message>
        <message>
            <source>Nothing tells of the run that made {name}: it has no tags, and no run record lies beside it.</source>
            <translation>Nada diz que execução fez {name}: não tem etiquetas, e não há registro da execução ao lado.</translation>
        </message>
        <message>
            <source>Of an earlier map, or of another one, and so not in the package: {names}.</source>
            <translation>De um mapa anterior ou de outro mapa e, por isso, fora do pacote: {names}.</translation>
        </message>
        <message>
            <source>Of the image and {name}, one has no georeference and the other one has.</source>
            <translation>Da imagem e {name}, uma não está georreferenciada e a outra está.</translation>
        </message>
        <message>
            <source>Of {name} no sampled pixel is an observation: what its values would mean in decibels no radar measures.</source>
            <translation>De {name}, nenhum pixel da amostra é uma observação: o que seus valores significariam em decibéis nenhum radar mede.</translation>
        </message>
        <message>
            <source>On the map no value of {name} reaches {threshold} (the largest is {largest}): it made nothing reference water.</source>
            <translation>No mapa nenhum valor de {name} chega a {threshold} (o maior é {largest}): não deu água de referência.</translation>
        </message>
        <message>
            <source>One date, and no knowledge of where water usually is: this map shows water, not flood.</source>
            <translation>Uma data, e nada que diga onde costuma haver água: este mapa mostra água, não inundação.</translation>
        </message>
        <message>
            <source>One is needed.</source>
            <translation>É necessária uma.</translation>
        </message>
        <message>
            <source>One of each date is needed.</source>
            <translation>É necessária uma de cada data.</translation>
        </message>
        <message>
            <source>One of the two images holds display values (8 bit), the other one backscatter.</source>
            <translation>Uma das duas imagens tem valores de exibição (8 bits), a outra retroespalhamento.</translation>
        </message>
        <message>
            <source>Only a network does.</source>
            <translation>Só uma rede o faz.</translation>
        </message>
        <message>
            <source>Only a network with an optical input does.</source>
            <translation>Só uma rede com entrada óptica aceita.</translation>
        </message>
        <message>
            <source>Only results of Tidemark are replaced.</source>
            <translation>Só resultados do Tidemark são substituídos.</translation>
        </message>
        <message>
            <source>Only the task {listed} does.</source>
            <translation>Só a tarefa {listed} o faz.</translation>
        </message>
        <message>
            <source>Only the tasks {listed} do.</source>
            <translation>Só as tarefas {listed} o fazem.</translation>
        </message>
        <message>
            <source>Only {observed} of the pixels were observed.</source>
            <translation>Só {observed} dos pixels foram observados.</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date</source>
            <translation>Água aberta e possível com Sentinel-1 VV e VH, uma data</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date, 8 bits</source>
            <translation>Água aberta e possível com Sentinel-1 VV e VH, uma data, 8 bits</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date, finer</source>
            <translation>Água aberta e possível com Sentinel-1 VV e VH, uma data, mais fino</translation>
        </message>
        <message>
            <source>Open and possible water from Sentinel-1 VV and VH, one date, finer, 8 bits</source>
            <translation>Água aberta e possível com Sentinel-1 VV e VH, uma data, mais fino, 8 bits</translation>
        </message>
        <message>
            <source>Optical imagery could not be used.</source>
            <translation>As imagens ópticas não puderam ser usadas.</translation>
        </message>
        <message>
            <source>Optical imagery was used for all of the observed area.</source>
            <translation>Imagens ópticas foram usadas em toda a área observada.</translation>
        </message>
        <message>
            <source>Optical imagery was used for {used} % of the observed area.</source>
            <translation>Imagens ópticas foram usadas em {used} % da área observada.</translation>
        </message>
        <message>
            <source>Outside the validated domain: half of {band} lies below {median} dB; in training it was {low} to {high} dB.</source>
            <translation>Fora do domínio validado: metade de {band} está abaixo de {median} dB; no treinamento era de {low} a {high} dB.</translation>
        </message>
        <message>
            <source>Outside the validated domain: the pixels are finer than 5 m or coarser than 30 m.</source>
            <translation>Fora do domínio validado: os pixels são mais finos que 5 m ou mais grossos que 30 m.</translation>
        </message>
        <message>
            <source>Pixels are {across} x {down} m on the ground; the network saw the image resampled to its own pixel size.</source>
            <translation>Os pixels têm {across} x {down} m no terreno; a rede viu a imagem reamostrada para o seu próprio tamanho de pixel.</translation>
        </message>
        <message>
            <source>Placed on the heights of the product's own grid, some 15 km apart: in hills ground is off by up to {off} m. Heights (--dem; in QGIS: 'Heights (DEM)') correct that.</source>
            <translation>Posicionada com as altitudes da grade do próprio produto, separadas por cerca de 15 km: em montanhas o terreno se desloca até {off} m. As altitudes ('Altitudes (MDE)') corrigem isso.</translation>
        </message>
        <message>
            <source>Placed on the heights of the product's own grid.</source>
            <translation>Posicionada com as altitudes da grade do próprio produto.</translation>
        </message>
        <message>
            <source>Please report it with this message; another file or option may work.</source>
            <translation>Por favor, comunique com esta mensagem; outro arquivo ou outra opção pode funcionar.</translation>
        </message>
        <message>
            <source>Plugin and engine must be of the same version: install Tidemark again.</source>
            <translation>O complemento e o motor devem ser da mesma versão: instale o Tidemark de novo.</translation>
        </message>
        <message>
            <source>Polygons and zones need {join}; mapping does not.</source>
            <translation>Polígonos e zonas precisam de {join}; mapear não.</translation>
        </message>
        <message>
            <source>Polygons are written to {join}.</source>
            <translation>Polígonos são gravados em {join}.</translation>
        </message>
        <message>
            <source>Polygons need one to be placed.</source>
            <translation>Polígonos precisam dela para serem posicionados.</translation>
        </message>
        <message>
            <source>Possible oil on the sea from one radar band</source>
            <translation>Possível óleo no mar, com uma banda de radar</translation>
        </message>
        <message>
            <source>Power and amplitude look alike in this image, and its metadata does not say which it is.</source>
            <translation>Potência e amplitude se parecem nesta imagem, e seus metadados não dizem qual é.</translation>
        </message>
        <message>
            <source>Preparing the image needs up to {needed} GB there for a while.</source>
            <translation>Preparar a imagem precisa ali de até {needed} GB por um tempo.</translation>
        </message>
        <message>
            <source>Probabilities are 0 to 100 per cent.</source>
            <translation>Probabilidades vão de 0 a 100 por cento.</translation>
        </message>
        <message>
            <source>Products that are given together are joined to one image.</source>
            <translation>Produtos indicados juntos são unidos em uma imagem.</translation>
        </message>
        <message>
            <source>Put PREFIX_{run}.json back beside it, or run the detection again.</source>
            <translation>Ponha PREFIX_{run}.json de volta ao lado, ou execute de novo a detecção.</translation>
        </message>
        <message>
            <source>Put it back, or make the VRT again.</source>
            <translation>Ponha-o de volta, ou faça o VRT de novo.</translation>
        </message>
        <message>
            <source>Put it back, or run the detection again.</source>
            <translation>Ponha-o de volta, ou execute de novo a detecção.</translation>
        </message>
        <message>
            <source>QGIS 3.22 shows the rasters of a GeoPackage in plain grey (its polygons have their colours): there, take the package as a folder.</source>
            <translation>O QGIS 3.22 mostra em cinza os rasters de um GeoPackage (seus polígonos têm suas cores): ali, use o pacote como pasta.</translation>
        </message>
        <message>
            <source>Radar alone decided where the optical imagery is cloudy ({cloudy} %) or missing ({missing} %).</source>
            <translation>O radar sozinho decidiu onde as imagens ópticas têm nuvens ({cloudy} %) ou faltam ({missing} %).</translation>
        </message>
        <message>
            <source>Reference water is given as 0 and 1, as months of water (0 to 12) or as occurrence in per cent (0 to 100).</source>
            <translation>A água de referência é dada como 0 e 1, como meses com água (0 a 12) ou como ocorrência em por cento (0 a 100).</translation>
        </message>
        <message>
            <source>Reference water is what the first run's threshold made of the image before: with a lower one now, shores may pass for flood.</source>
            <translation>A água de referência é a que o limiar da primeira execução deu na imagem anterior: com um mais baixo agora, margens podem passar por inundação.</translation>
        </message>
        <message>
            <source>Reference water was taken from {description}.</source>
            <translation>A água de referência foi tomada de {description}.</translation>
        </message>
        <message>
            <source>Repair them (in QGIS: Fix geometries), or save them in the image's reference system.</source>
            <translation>Repare-os (Corrigir geometrias), ou salve-os no sistema de referência da imagem.</translation>
        </message>
        <message>
            <source>Results are not replaced unless you say so.</source>
            <translation>Resultados não são substituídos a menos que você diga.</translation>
        </message>
        <message>
            <source>Results are written into a folder that is there.</source>
            <translation>Resultados são gravados em uma pasta que já existe.</translation>
        </message>
        <message>
            <source>Results never take the place of what they are made of.</source>
            <translation>Resultados nunca tomam o lugar daquilo de que são feitos.</translation>
        </message>
        <message>
            <source>Run the detection again.</source>
            <translation>Execute de novo a detecção.</translation>
        </message>
        <message>
            <source>Save them in the image's reference system, or in EPSG:4326.</source>
            <translation>Salve-os no sistema de referência da imagem, ou em EPSG:4326.</translation>
        </message>
        <message>
            <source>Say which band is which with --optical-bands, e.g. swir=1,nir=2,visible=3 (in QGIS: 'Optical bands').</source>
            <translation>Diga qual banda é qual em 'Bandas ópticas', p. ex. swir=1,nir=2,visible=3.</translation>
        </message>
        <message>
            <source>Say which band is which with {bands_option}.</source>
            <translation>Diga qual banda é qual em {bands_option}.</translation>
        </message>
        <message>
            <source>Say which it is with --scale (in QGIS: the box 'Pixel values').</source>
            <translation>Diga qual é em 'Valores dos pixels'.</translation>
        </message>
        <message>
            <source>Scales lie between 0.1 and 4 in steps such as 0.05.</source>
            <translation>As escalas ficam entre 0.1 e 4 em passos como 0.05.</translation>
        </message>
        <message>
            <source>Set TIDEMARK_CACHE to a folder that can be written.</source>
            <translation>Ponha em TIDEMARK_CACHE uma pasta onde se possa gravar.</translation>
        </message>
        <message>
            <source>Set the image's coordinate reference system right (gdal_edit.py -a_srs, or Layer &gt; Set CRS and Save As in QGIS).</source>
            <translation>Corrija o sistema de referência de coordenadas da imagem (gdal_edit.py -a_srs, ou Camada, Definir SRC, e Salvar como).</translation>
        </message>
        <message>
            <source>So look downloads that broke off, and pages that ask for a login.</source>
            <translation>Assim são os downloads interrompidos e as páginas que pedem login.</translation>
        </message>
        <message>
            <source>Some of the files are Sentinel-1 products, and some are not.</source>
            <translation>Alguns dos arquivos são produtos Sentinel-1, outros não.</translation>
        </message>
        <message>
            <source>Statistics are written to a table (.csv) or a layer (.gpkg).</source>
            <translation>Estatísticas são gravadas em uma tabela (.csv) ou em uma camada (.gpkg).</translation>
        </message>
        <message>
            <source>Terrain-correct it first (SNAP: Calibration, then Range-Doppler Terrain Correction), or order an RTC product.</source>
            <translation>Corrija antes seu terreno (SNAP: Calibration, depois Range-Doppler Terrain Correction), ou peça um produto RTC.</translation>
        </message>
        <message>
            <source>That is no annotation.</source>
            <translation>Isso não é uma anotação.</translation>
        </message>
        <message>
            <source>That is no radar image.</source>
            <translation>Isso não é uma imagem de radar.</translation>
        </message>
        <message>
            <source>The DEM has voids: {hectares_in_words} of the flood have no height and no depth.</source>
            <translation>O MDE tem vazios: {hectares_in_words} da inundação não têm altitude nem profundidade.</translation>
        </message>
        <message>
            <source>The DEM holds none of the product's tie points, so what its heights count from cannot be found.</source>
            <translation>O MDE não contém nenhum dos pontos de amarração do produto, então não se pode achar de onde contam suas altitudes.</translation>
        </message>
        <message>
            <source>The DEM is damaged: a part of it cannot be read.</source>
            <translation>O MDE está danificado: uma parte dele não pode ser lida.</translation>
        </message>
        <message>
            <source>The DEM {path} cannot be brought onto the image's grid: {error}.</source>
            <translation>O MDE {path} não pode ser levado à grade da imagem: {error}.</translation>
        </message>
        <message>
            <source>The DEM {path} has no coordinate reference system.</source>
            <translation>O MDE {path} não tem sistema de referência de coordenadas.</translation>
        </message>
        <message>
            <source>The DEM {path} has no height where the image lies.</source>
            <translation>O MDE {path} não tem altitude onde a imagem está.</translation>
        </message>
        <message>
            <source>The DEM {path} has values from {low} to {high}.</source>
            <translation>O MDE {path} tem valores de {low} a {high}.</translation>
        </message>
        <message>
            <source>The bands of one scene share size, position and coordinate reference system.</source>
            <translation>As bandas de uma cena têm em comum tamanho, posição e sistema de referência de coordenadas.</translation>
        </message>
        <message>
            <source>The bands were given as {name}={number}.</source>
            <translation>As bandas foram indicadas como {name}={number}.</translation>
        </message>
        <message>
            <source>The class raster of the run does not lie beside {name}: what the run had left out is not left out here.</source>
            <translation>O raster de classes da execução não está ao lado de {name}: o que a execução tinha excluído não é excluído aqui.</translation>
        </message>
        <message>
            <source>The connectivity is {connectivity}.</source>
            <translation>A conectividade é {connectivity}.</translation>
        </message>
        <message>
            <source>The dark-spot rule compares with at least {least_window} of them.</source>
            <translation>A regra de manchas escuras compara com ao menos {least_window} deles.</translation>
        </message>
        <message>
            <source>The device '{device}' did not start.</source>
            <translation>O dispositivo '{device}' não iniciou.</translation>
        </message>
        <message>
            <source>The device '{device}' was tried, but {why}; the CPU was used instead.</source>
            <translation>O dispositivo '{device}' foi tentado, mas {why}; a CPU foi usada em seu lugar.</translation>
        </message>
        <message>
            <source>The disk may be full or gone. Nothing was left there.</source>
            <translation>O disco pode estar cheio ou ausente. Nada ficou ali.</translation>
        </message>
        <message>
            <source>The disk of {folder} is full: {free} MB are free.</source>
            <translation>O disco de {folder} está cheio: {free} MB livres.</translation>
        </message>
        <message>
            <source>The disk of {folder} is too full: {free} GB are free.</source>
            <translation>O disco de {folder} está cheio demais: {free} GB livres.</translation>
        </message>
        <message>
            <source>The engine needs Python 3.10 or newer with numpy, scipy, rasterio and onnxruntime.</source>
            <translation>O motor precisa de Python 3.10 ou mais novo com numpy, scipy, rasterio e onnxruntime.</translation>
        </message>
        <message>
            <source>The engine needs Python 3.10 or newer.</source>
            <translation>O motor precisa de Python 3.10 ou mais novo.</translation>
        </message>
        <message>
            <source>The engine's environment lacks {join}.</source>
            <translation>Falta {join} ao ambiente do motor.</translation>
        </message>
        <message>
            <source>The engine's environment lacks {name}.</source>
            <translation>Falta {name} ao ambiente do motor.</translation>
        </message>
        <message>
            <source>The extent does not meet the product.</source>
            <translation>A extensão não toca o produto.</translation>
        </message>
        <message>
            <source>The extent {join} does not meet the product.</source>
            <translation>A extensão {join} não toca o produto.</translation>
        </message>
        <message>
            <source>The extent {join} is empty.</source>
            <translation>A extensão {join} está vazia.</translation>
        </message>
        <message>
            <source>The file may be cut.</source>
            <translation>O arquivo pode estar cortado.</translation>
        </message>
        <message>
            <source>The folder for prepared images cannot be made: {error}.</source>
            <translation>A pasta de imagens preparadas não pode ser criada: {error}.</translation>
        </message>
        <message>
            <source>The folder must be writable and its disk must have space.</source>
            <translation>A pasta deve permitir gravação e seu disco ter espaço.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be made: {strerror}.</source>
            <translation>A pasta {folder} não pode ser criada: {strerror}.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be read: {strerror}.</source>
            <translation>A pasta {folder} não pode ser lida: {strerror}.</translation>
        </message>
        <message>
            <source>The folder {folder} does not exist.</source>
            <translation>A pasta {folder} não existe.</translation>
        </message>
        <message>
            <source>The folder {folder} is not writable.</source>
            <translation>Não se pode gravar na pasta {folder}.</translation>
        </message>
        <message>
            <source>The heights of {name} are in '{unit}'.</source>
            <translation>As altitudes de {name} estão em '{unit}'.</translation>
        </message>
        <message>
            <source>The heights of {name} are in feet.</source>
            <translation>As altitudes de {name} estão em pés.</translation>
        </message>
        <message>
            <source>The image and the image before are the same file: nothing can be new in it.</source>
            <translation>A imagem e a imagem anterior são o mesmo arquivo: nada pode ser novo nele.</translation>
        </message>
        <message>
            <source>The image and the image before have no observed pixel in common, as far as a sample shows.</source>
            <translation>A imagem e a imagem anterior não têm nenhum pixel observado em comum, até onde uma amostra mostra.</translation>
        </message>
        <message>
            <source>The image and {name} do not overlap.</source>
            <translation>A imagem e {name} não se sobrepõem.</translation>
        </message>
        <message>
            <source>The image and {name} have different sizes, and no georeference.</source>
            <translation>A imagem e {name} têm tamanhos diferentes e não estão georreferenciadas.</translation>
        </message>
        <message>
            <source>The image does not lie within the coordinate reference system of {name} ({describe_crs}).</source>
            <translation>A imagem não está dentro do sistema de referência de coordenadas de {name} ({describe_crs}).</translation>
        </message>
        <message>
            <source>The image has no georeference.</source>
            <translation>A imagem não tem georreferência.</translation>
        </message>
        <message>
            <source>The image has no georeference: it was mapped on its own pixels, taken as the model's size, and hectares are unknown.</source>
            <translation>A imagem não tem georreferência: foi mapeada em seus próprios pixels, tomados com o tamanho do modelo, e os hectares são desconhecidos.</translation>
        </message>
        <message>
            <source>The image has the bands {join}.</source>
            <translation>A imagem tem as bandas {join}.</translation>
        </message>
        <message>
            <source>The image has {bands}; this may be an optical image or a picture.</source>
            <translation>A imagem tem {bands}; pode ser uma imagem óptica ou uma foto.</translation>
        </message>
        <message>
            <source>The image has {join}, the image before {join2}.</source>
            <translation>A imagem tem {join}, a imagem anterior {join2}.</translation>
        </message>
        <message>
            <source>The image has {join}.</source>
            <translation>A imagem tem {join}.</translation>
        </message>
        <message>
            <source>The image holds display values (8 bit), not backscatter.</source>
            <translation>A imagem tem valores de exibição (8 bits), não retroespalhamento.</translation>
        </message>
        <message>
            <source>The image would have {right} x {top} pixels.</source>
            <translation>A imagem teria {right} x {top} pixels.</translation>
        </message>
        <message>
            <source>The image's coordinates lie nowhere on Earth in its coordinate reference system ({describe_crs}).</source>
            <translation>As coordenadas da imagem não ficam em lugar algum da Terra em seu sistema de referência de coordenadas ({describe_crs}).</translation>
        </message>
        <message>
            <source>The images lie in the product's folder 'measurement'.</source>
            <translation>As imagens ficam na pasta 'measurement' do produto.</translation>
        </message>
        <message>
            <source>The images lie {shift} pixels (down) and {shift2} (across) off each other: edges may pass for change.</source>
            <translation>As imagens estão deslocadas {shift} pixels (para baixo) e {shift2} (na horizontal): bordas podem passar por mudança.</translation>
        </message>
        <message>
            <source>The images were taken at different times of the day ({acquired}, {acquired2}), so from different tracks: slopes, woods and towns look different, and that may pass for change.</source>
            <translation>As imagens foram tomadas em horas diferentes do dia ({acquired}, {acquired2}), portanto de órbitas diferentes: encostas, matas e cidades parecem diferentes, e isso pode passar por mudança.</translation>
        </message>
        <message>
            <source>The images were taken from different directions ({pass_direction}, {pass_direction2}): slopes, woods and towns look different, and that may pass for change.</source>
            <translation>As imagens foram tomadas de direções diferentes ({pass_direction}, {pass_direction2}): encostas, matas e cidades parecem diferentes, e isso pode passar por mudança.</translation>
        </message>
        <message>
            <source>The installed ONNX Runtime cannot use '{device}'; the CPU was used instead.</source>
            <translation>O ONNX Runtime instalado não pode usar '{device}'; a CPU foi usada em seu lugar.</translation>
        </message>
        <message>
            <source>The job cannot be read: {error}.</source>
            <translation>O trabalho não pode ser lido: {error}.</translation>
        </message>
        <message>
            <source>The job names no image with the role '{role}'.</source>
            <translation>O trabalho não indica imagem com o papel '{role}'.</translation>
        </message>
        <message>
            <source>The layer '{title}' of {name} holds no features.</source>
            <translation>A camada '{title}' de {name} não contém feições.</translation>
        </message>
        <message>
            <source>The layers with their shares are written to .gpkg; .csv writes the table only.</source>
            <translation>As camadas com suas partes são gravadas em .gpkg; .csv grava só a tabela.</translation>
        </message>
        <message>
            <source>The map lacks its file {path}.</source>
            <translation>Falta ao mapa seu arquivo {path}.</translation>
        </message>
        <message>
            <source>The map shows no flood.</source>
            <translation>O mapa não mostra inundação.</translation>
        </message>
        <message>
            <source>The map shows water on one date, usual water included: below that, a DEM shows the water and not its ground.</source>
            <translation>O mapa mostra a água de uma data, incluída a habitual: sob ela um MDE mostra a água e não seu fundo.</translation>
        </message>
        <message>
            <source>The memory ran out, and nothing was written.</source>
            <translation>A memória acabou, e nada foi gravado.</translation>
        </message>
        <message>
            <source>The metadata says decibels, but hardly any value is negative.</source>
            <translation>Os metadados dizem decibéis, mas quase nenhum valor é negativo.</translation>
        </message>
        <message>
            <source>The metadata says decibels, but the pixels are 16-bit whole numbers without a sign: a picture stretched for display.</source>
            <translation>Os metadados dizem decibéis, mas os pixels são inteiros de 16 bits sem sinal: uma imagem esticada para exibição.</translation>
        </message>
        <message>
            <source>The metadata says {stated}, but then the middle of the bands is {words}.</source>
            <translation>Os metadados dizem {stated}, mas então o valor central das bandas é {words}.</translation>
        </message>
        <message>
            <source>The metadata says {stated}, but {negative} of the values are negative.</source>
            <translation>Os metadados dizem {stated}, mas {negative} dos valores são negativos.</translation>
        </message>
        <message>
            <source>The method '{method}' cannot do the task '{task}'.</source>
            <translation>O método '{method}' não pode fazer a tarefa '{task}'.</translation>
        </message>
        <message>
            <source>The method '{method}' does not ask for {names}.</source>
            <translation>O método '{method}' não pede {names}.</translation>
        </message>
        <message>
            <source>The method '{method}' takes no optical image.</source>
            <translation>O método '{method}' não aceita imagem óptica.</translation>
        </message>
        <message>
            <source>The model '{name}' compares optical images of two dates, and there is one.</source>
            <translation>O modelo '{name}' compara imagens ópticas de duas datas, e há uma.</translation>
        </message>
        <message>
            <source>The model '{name}' compares two dates, and there is one image.</source>
            <translation>O modelo '{name}' compara duas datas, e há uma imagem.</translation>
        </message>
        <message>
            <source>The model '{name}' has a card, but its network {name2} is not beside it.</source>
            <translation>O modelo '{name}' tem ficha, mas sua rede {name2} não está ao lado.</translation>
        </message>
        <message>
            <source>The model '{name}' looks at {join}.</source>
            <translation>O modelo '{name}' olha {join}.</translation>
        </message>
        <message>
            <source>The model '{name}' needs {join}.</source>
            <translation>O modelo '{name}' precisa de {join}.</translation>
        </message>
        <message>
            <source>The model '{name}' sees radar only.</source>
            <translation>O modelo '{name}' só vê radar.</translation>
        </message>
        <message>
            <source>The model '{name}' serves the task '{task}', not '{task2}'.</source>
            <translation>O modelo '{name}' serve à tarefa '{task}', não a '{task2}'.</translation>
        </message>
        <message>
            <source>The model '{name}' was trained on {bands}; this image has {band}.</source>
            <translation>O modelo '{name}' foi treinado com {bands}; esta imagem tem {band}.</translation>
        </message>
        <message>
            <source>The model card {name} cannot be read: {error}.</source>
            <translation>A ficha de modelo {name} não pode ser lida: {error}.</translation>
        </message>
        <message>
            <source>The model card {name} is incomplete: {name2} {error}.</source>
            <translation>A ficha de modelo {name} está incompleta: {name2} {error}.</translation>
        </message>
        <message>
            <source>The model looks at {known}.</source>
            <translation>O modelo olha {known}.</translation>
        </message>
        <message>
            <source>The name of {name} or of its folder contains %, and the library that reads netCDF and HDF5 takes that for a command.</source>
            <translation>O nome de {name} ou de sua pasta contém %, e a biblioteca que lê netCDF e HDF5 toma isso por um comando.</translation>
        </message>
        <message>
            <source>The name {basename} is too long.</source>
            <translation>O nome {basename} é longo demais.</translation>
        </message>
        <message>
            <source>The network {name} cannot be read as an ONNX file.</source>
            <translation>A rede {name} não pode ser lida como arquivo ONNX.</translation>
        </message>
        <message>
            <source>The network {name} failed: {error}.</source>
            <translation>A rede {name} falhou: {error}.</translation>
        </message>
        <message>
            <source>The network {name} has the inputs {inputs} and the outputs {outputs}.</source>
            <translation>A rede {name} tem as entradas {inputs} e as saídas {outputs}.</translation>
        </message>
        <message>
            <source>The network {name} has {st_size} GB.</source>
            <translation>A rede {name} tem {st_size} GB.</translation>
        </message>
        <message>
            <source>The network {name} is not the one that its card describes: the checksums differ.</source>
            <translation>A rede {name} não é a que sua ficha descreve: as somas de verificação diferem.</translation>
        </message>
        <message>
            <source>The network {name} is not used: {error}.</source>
            <translation>A rede {name} não é usada: {error}.</translation>
        </message>
        <message>
            <source>The network {name} of the model '{name2}' is a link to another folder.</source>
            <translation>A rede {name} do modelo '{name2}' é um link para outra pasta.</translation>
        </message>
        <message>
            <source>The next part of the result needs up to {needed_bytes} MB. Nothing was left there.</source>
            <translation>A próxima parte do resultado precisa de até {needed_bytes} MB. Nada ficou ali.</translation>
        </message>
        <message>
            <source>The optical bands were given as {join}.</source>
            <translation>As bandas ópticas foram indicadas como {join}.</translation>
        </message>
        <message>
            <source>The output is empty.</source>
            <translation>A saída está vazia.</translation>
        </message>
        <message>
            <source>The output {name} has no known ending.</source>
            <translation>A saída {name} não tem uma extensão conhecida.</translation>
        </message>
        <message>
            <source>The output {output} is an input of the same run ({found}).</source>
            <translation>A saída {output} é uma entrada da mesma execução ({found}).</translation>
        </message>
        <message>
            <source>The output {prefix} is a device or a pipe.</source>
            <translation>A saída {prefix} é um dispositivo ou um pipe.</translation>
        </message>
        <message>
            <source>The output {prefix} is a folder.</source>
            <translation>A saída {prefix} é uma pasta.</translation>
        </message>
        <message>
            <source>The pixel is {pixel} m.</source>
            <translation>O pixel é de {pixel} m.</translation>
        </message>
        <message>
            <source>The pixels (middle value {median}) are numbers as raw radar products hold them (digital numbers), not backscatter.</source>
            <translation>Os pixels (valor central {median}) são números como os de produtos de radar brutos (números digitais), não retroespalhamento.</translation>
        </message>
        <message>
            <source>The pixels of {name} lie turned on the map.</source>
            <translation>Os pixels de {name} estão girados no mapa.</translation>
        </message>
        <message>
            <source>The polygons of {name} cannot be laid over the image: {splitlines}.</source>
            <translation>Os polígonos de {name} não podem ser sobrepostos à imagem: {splitlines}.</translation>
        </message>
        <message>
            <source>The polygons with contrast and confidence were not made anew: run the detection with this threshold to get them.</source>
            <translation>Os polígonos com contraste e confiança não foram refeitos: execute a detecção com este limiar para obtê-los.</translation>
        </message>
        <message>
            <source>The product may be incomplete.</source>
            <translation>O produto pode estar incompleto.</translation>
        </message>
        <message>
            <source>The rasters hold the codes in their first band (PNG tiles, no loss). The table 'readme' has this text and the run record.</source>
            <translation>Os rasters têm os códigos em sua primeira banda (blocos PNG, sem perda). A tabela 'readme' tem este texto e o registro da execução.</translation>
        </message>
        <message>
            <source>The record of {name} tells of the task '{task}'.</source>
            <translation>O registro de {name} fala da tarefa '{task}'.</translation>
        </message>
        <message>
            <source>The record tells which files belong to a map.</source>
            <translation>O registro diz quais arquivos pertencem a um mapa.</translation>
        </message>
        <message>
            <source>The result could not be written to {folder}: {reason}.</source>
            <translation>O resultado não pôde ser gravado em {folder}: {reason}.</translation>
        </message>
        <message>
            <source>The run record cannot be read: {name} {error}.</source>
            <translation>O registro da execução não pode ser lido: {name} {error}.</translation>
        </message>
        <message>
            <source>The same band was given twice.</source>
            <translation>A mesma banda foi indicada duas vezes.</translation>
        </message>
        <message>
            <source>The sample holds {size} observed pixels of sea.</source>
            <translation>A amostra contém {size} pixels observados de mar.</translation>
        </message>
        <message>
            <source>The sample holds {size} pixels that both dates have observed.</source>
            <translation>A amostra contém {size} pixels observados nas duas datas.</translation>
        </message>
        <message>
            <source>The sampled pixels are all zero: their scale cannot be told.</source>
            <translation>Os pixels da amostra são todos zero: sua escala não pode ser descoberta.</translation>
        </message>
        <message>
            <source>The scale {scale} cannot be used.</source>
            <translation>A escala {scale} não pode ser usada.</translation>
        </message>
        <message>
            <source>The scene's sample holds {size} observed pixels.</source>
            <translation>A amostra da cena contém {size} pixels observados.</translation>
        </message>
        <message>
            <source>The slopes of {name} are not in degrees: the largest is {highest}.</source>
            <translation>As declividades de {name} não estão em graus: a maior é {highest}.</translation>
        </message>
        <message>
            <source>The summary {path} cannot be written: {strerror}.</source>
            <translation>O resumo {path} não pode ser gravado: {strerror}.</translation>
        </message>
        <message>
            <source>The summary {path} of an earlier batch cannot be read.</source>
            <translation>O resumo {path} de um lote anterior não pode ser lido.</translation>
        </message>
        <message>
            <source>The task '{task}' does not ask for {names}.</source>
            <translation>A tarefa '{task}' não pede {names}.</translation>
        </message>
        <message>
            <source>The task '{task}' maps what is there, not what is new.</source>
            <translation>A tarefa '{task}' mapeia o que há, não o que é novo.</translation>
        </message>
        <message>
            <source>The task '{task}' takes no optical image.</source>
            <translation>A tarefa '{task}' não aceita imagem óptica.</translation>
        </message>
        <message>
            <source>The threshold methods know {join}.</source>
            <translation>Os métodos de limiar conhecem {join}.</translation>
        </message>
        <message>
            <source>The two bands have no names and are equally bright.</source>
            <translation>As duas bandas não têm nome e são igualmente claras.</translation>
        </message>
        <message>
            <source>The two images were put in order: {acquired} is compared with {acquired2}, the older one.</source>
            <translation>As duas imagens foram ordenadas: {acquired} é comparada com {acquired2}, a mais antiga.</translation>
        </message>
        <message>
            <source>The two optical images are the same file: {min}.</source>
            <translation>As duas imagens ópticas são o mesmo arquivo: {min}.</translation>
        </message>
        <message>
            <source>The two place the image together, to a tenth of a pixel.</source>
            <translation>As duas posicionam a imagem juntas, com precisão de um décimo de pixel.</translation>
        </message>
        <message>
            <source>The two say whether the absolute constant is in the vectors.</source>
            <translation>Os dois dizem se a constante absoluta está nos vetores.</translation>
        </message>
        <message>
            <source>The values are negative, but fit no or several scales of decibels.</source>
            <translation>Os valores são negativos, mas não cabem em nenhuma ou cabem em várias escalas de decibéis.</translation>
        </message>
        <message>
            <source>The values are not in decibels, as was said: hardly any is negative.</source>
            <translation>Os valores não estão em decibéis, ao contrário do que foi dito: quase nenhum é negativo.</translation>
        </message>
        <message>
            <source>The values do not mean {given}, as was said: the middle of the bands would be {words}.</source>
            <translation>Os valores não significam {given}, ao contrário do que foi dito: o valor central das bandas seria {words}.</translation>
        </message>
        <message>
            <source>The values of {image} could be: {join}. A wrong guess would give a wrong map.</source>
            <translation>Os valores de {image} podem ser: {join}. Um palpite errado daria um mapa errado.</translation>
        </message>
        <message>
            <source>The values of {name} do not mean {scale}: what they mean was found out.</source>
            <translation>Os valores de {name} não significam {scale}: foi determinado o que significam.</translation>
        </message>
        <message>
            <source>The worker was sent a line that it does not understand.</source>
            <translation>O processo recebeu uma linha que não entende.</translation>
        </message>
        <message>
            <source>The {kind} before ({older}) is newer than the {kind2} ({newer}): are they swapped?</source>
            <translation>{kind} anterior ({older}) mais nova que {kind2} ({newer}): estão trocadas?</translation>
        </message>
        <message>
            <source>The {kind} before and the {kind2} are of the same date ({older}, {newer}): is one of them the wrong file?</source>
            <translation>{kind} anterior e {kind2} da mesma data ({older}, {newer}): uma delas é o arquivo errado?</translation>
        </message>
        <message>
            <source>There are no polygons of class {join}.</source>
            <translation>Não há polígonos da classe {join}.</translation>
        </message>
        <message>
            <source>There is a file {path} already.</source>
            <translation>Já existe um arquivo {path}.</translation>
        </message>
        <message>
            <source>There is a result already: {there}.</source>
            <translation>Já existe um resultado: {there}.</translation>
        </message>
        <message>
            <source>There is a {noun}, but no {noun2}.</source>
            <translation>Há {noun}, mas não {noun2}.</translation>
        </message>
        <message>
            <source>There is an optical image before, but none of the date to map.</source>
            <translation>Há uma imagem óptica anterior, mas nenhuma da data a mapear.</translation>
        </message>
        <message>
            <source>There is an optical image, and a radar image of one date.</source>
            <translation>Há uma imagem óptica, e uma imagem de radar de uma só data.</translation>
        </message>
        <message>
            <source>There is no file {path}.</source>
            <translation>Não há arquivo {path}.</translation>
        </message>
        <message>
            <source>There is no folder or list {place}.</source>
            <translation>Não há pasta ou lista {place}.</translation>
        </message>
        <message>
            <source>There is no model '{model}'.</source>
            <translation>Não há modelo '{model}'.</translation>
        </message>
        <message>
            <source>There is no model card at {path}.</source>
            <translation>Não há ficha de modelo em {path}.</translation>
        </message>
        <message>
            <source>There is no run record {path}, or it cannot be read.</source>
            <translation>Não há registro da execução {path}, ou ele não pode ser lido.</translation>
        </message>
        <message>
            <source>There is no {name} '{value}'.</source>
            <translation>Não há {name} '{value}'.</translation>
        </message>
        <message>
            <source>There is nothing to count in it.</source>
            <translation>Não há nada a contar nela.</translation>
        </message>
        <message>
            <source>They can only be compared in one unit.</source>
            <translation>Só podem ser comparadas em uma mesma unidade.</translation>
        </message>
        <message>
            <source>They must share a polarisation.</source>
            <translation>Devem ter uma polarização em comum.</translation>
        </message>
        <message>
            <source>They should lie in rows and columns.</source>
            <translation>Deveriam estar em linhas e colunas.</translation>
        </message>
        <message>
            <source>This Tidemark knows {join}.</source>
            <translation>Este Tidemark conhece {join}.</translation>
        </message>
        <message>
            <source>This is a simulated scene.</source>
            <translation>É uma cena simulada.</translation>
        </message>
        <message>
            <source>This task needs calibrated values: decibels, power or amplitude.</source>
            <translation>Esta tarefa precisa de valores calibrados: decibéis, potência ou amplitude.</translation>
        </message>
        <message>
            <source>Those of a GeoPackage have north at the top.</source>
            <translation>Os de um GeoPackage têm o norte em cima.</translation>
        </message>
        <message>
            <source>Tidemark maps one image of backscatter.</source>
            <translation>O Tidemark mapeia uma imagem de retroespalhamento.</translation>
        </message>
        <message>
            <source>Tidemark maps radar backscatter by polarisation.</source>
            <translation>O Tidemark mapeia o retroespalhamento de radar por polarização.</translation>
        </message>
        <message>
            <source>Tidemark needs a calibrated, terrain-corrected image, or areas and positions would be wrong.</source>
            <translation>O Tidemark precisa de uma imagem calibrada e com correção do terreno, senão áreas e posições estariam erradas.</translation>
        </message>
        <message>
            <source>Tidemark needs calibrated backscatter.</source>
            <translation>O Tidemark precisa de retroespalhamento calibrado.</translation>
        </message>
        <message>
            <source>Tidemark needs calibrated, terrain-corrected backscatter (sigma nought or gamma nought).</source>
            <translation>O Tidemark precisa de retroespalhamento calibrado e com correção do terreno (sigma zero ou gama zero).</translation>
        </message>
        <message>
            <source>Tidemark needs calibrated, terrain-corrected backscatter.</source>
            <translation>O Tidemark precisa de retroespalhamento calibrado e com correção do terreno.</translation>
        </message>
        <message>
            <source>Tidemark needs the fields that its own cards have.</source>
            <translation>O Tidemark precisa dos campos que suas próprias fichas têm.</translation>
        </message>
        <message>
            <source>Tidemark needs to know which one is VV and which one is VH.</source>
            <translation>O Tidemark precisa saber qual é VV e qual é VH.</translation>
        </message>
        <message>
            <source>Tidemark opens one, not those within it.</source>
            <translation>O Tidemark abre um, não os que estão dentro dele.</translation>
        </message>
        <message>
            <source>Tidemark prepares ground range detected products (GRD).</source>
            <translation>O Tidemark prepara produtos GRD (ground range detected).</translation>
        </message>
        <message>
            <source>Tidemark prepares radar products of Sentinel-1 (GRD).</source>
            <translation>O Tidemark prepara produtos de radar do Sentinel-1 (GRD).</translation>
        </message>
        <message>
            <source>Tidemark reads GeoPackage, GeoJSON, Shapefile and the other formats that GDAL reads.</source>
            <translation>O Tidemark lê GeoPackage, GeoJSON, Shapefile e os outros formatos que o GDAL lê.</translation>
        </message>
        <message>
            <source>Tidemark reads GeoTIFF and the other formats that GDAL reads.</source>
            <translation>O Tidemark lê GeoTIFF e os outros formatos que o GDAL lê.</translation>
        </message>
        <message>
            <source>Tidemark reads an image's own file, and products from their zip.</source>
            <translation>O Tidemark lê o próprio arquivo da imagem, e os produtos a partir do zip.</translation>
        </message>
        <message>
            <source>Tidemark reads an image's own file.</source>
            <translation>O Tidemark lê o próprio arquivo de uma imagem.</translation>
        </message>
        <message>
            <source>Tidemark reads files of this machine only, and sends nothing anywhere.</source>
            <translation>O Tidemark só lê arquivos desta máquina e não envia nada a lugar nenhum.</translation>
        </message>
        <message>
            <source>Tidemark reads raster files.</source>
            <translation>O Tidemark lê arquivos raster.</translation>
        </message>
        <message>
            <source>Tidemark reads the .img files of calibrated, terrain-corrected bands.</source>
            <translation>O Tidemark lê os arquivos .img de bandas calibradas e com correção do terreno.</translation>
        </message>
        <message>
            <source>Tidemark reads the annotation of Sentinel-1 GRD products as ESA writes it.</source>
            <translation>O Tidemark lê a anotação de produtos Sentinel-1 GRD como a ESA a escreve.</translation>
        </message>
        <message>
            <source>Try fewer threads, or install Tidemark again.</source>
            <translation>Tente com menos threads, ou instale o Tidemark de novo.</translation>
        </message>
        <message>
            <source>Turn them into metres first (gdal_calc.py -A dem.tif --calc='A*0.3048' --outfile dem_m.tif; in QGIS: Raster &gt; Raster Calculator), and give that DEM.</source>
            <translation>Passe-as antes para metros (Raster, Calculadora raster), e indique esse MDE.</translation>
        </message>
        <message>
            <source>Turn them into metres first.</source>
            <translation>Passe-as antes para metros.</translation>
        </message>
        <message>
            <source>Two bands are both named {name}.</source>
            <translation>Duas bandas se chamam {name}.</translation>
        </message>
        <message>
            <source>Unexpected error, a fault of Tidemark; nothing was written: {name}: {rstrip}{place}.</source>
            <translation>Erro inesperado, um defeito do Tidemark; nada foi gravado: {name}: {rstrip}{place}.</translation>
        </message>
        <message>
            <source>Unpack it first.</source>
            <translation>Descompacte-o primeiro.</translation>
        </message>
        <message>
            <source>Unpack it, and give the folder of the one that you mean.</source>
            <translation>Descompacte-o e indique a pasta do que você quer.</translation>
        </message>
        <message>
            <source>Unpack it, or give the image as /vsizip/{path}/{images}.</source>
            <translation>Descompacte-o, ou indique a imagem como /vsizip/{path}/{images}.</translation>
        </message>
        <message>
            <source>Update Tidemark, or take the record that was written with the map.</source>
            <translation>Atualize o Tidemark, ou use o registro que foi gravado com o mapa.</translation>
        </message>
        <message>
            <source>Use a network from somebody you trust, exported with its weights inside.</source>
            <translation>Use uma rede de alguém de confiança, exportada com seus pesos dentro.</translation>
        </message>
        <message>
            <source>Use an image with finer pixels.</source>
            <translation>Use uma imagem de pixel mais fino.</translation>
        </message>
        <message>
            <source>Use another model.</source>
            <translation>Use outro modelo.</translation>
        </message>
        <message>
            <source>Use the image before it was made for display, or another download of it (sigma nought or gamma nought).</source>
            <translation>Use a imagem de antes de ser preparada para exibição, ou outro download (sigma zero ou gama zero).</translation>
        </message>
        <message>
            <source>Use the method 'student', or leave it out.</source>
            <translation>Use o método 'student', ou deixe isso de fora.</translation>
        </message>
        <message>
            <source>Use the method 'student', or leave the optical images out.</source>
            <translation>Use o método 'student', ou deixe de fora as imagens ópticas.</translation>
        </message>
        <message>
            <source>Use the method 'student', or leave them out.</source>
            <translation>Use o método 'student', ou deixe-os de fora.</translation>
        </message>
        <message>
            <source>Use the network that the card was written for.</source>
            <translation>Use a rede para a qual a ficha foi escrita.</translation>
        </message>
        <message>
            <source>Use two images of the same kind.</source>
            <translation>Use duas imagens do mesmo tipo.</translation>
        </message>
        <message>
            <source>What it says of other scenes is kept.</source>
            <translation>O que ele diz de outras cenas é mantido.</translation>
        </message>
        <message>
            <source>Without it, digital numbers cannot become backscatter.</source>
            <translation>Sem ele, números digitais não se tornam retroespalhamento.</translation>
        </message>
        <message>
            <source>Without one both must have the same size.</source>
            <translation>Sem ela, ambas devem ter o mesmo tamanho.</translation>
        </message>
        <message>
            <source>Without one for both they are compared pixel by pixel: both must have the same size, and none a georeference.</source>
            <translation>Se não a tiverem ambas, são comparadas píxel a píxel: ambas devem ter o mesmo tamanho, e nenhuma georreferência.</translation>
        </message>
        <message>
            <source>Without one nobody knows where it lies.</source>
            <translation>Sem ele ninguém sabe onde está.</translation>
        </message>
        <message>
            <source>Without one nobody knows where its features lie.</source>
            <translation>Sem ele ninguém sabe onde estão suas feições.</translation>
        </message>
        <message>
            <source>Without one nobody knows where its people live.</source>
            <translation>Sem ele ninguém sabe onde vive sua gente.</translation>
        </message>
        <message>
            <source>Without one nobody knows where its polygons lie.</source>
            <translation>Sem ele ninguém sabe onde estão seus polígonos.</translation>
        </message>
        <message>
            <source>Without one nobody knows where they lie.</source>
            <translation>Sem ele ninguém sabe onde estão.</translation>
        </message>
        <message>
            <source>Without one there is no depth.</source>
            <translation>Sem um não há profundidade.</translation>
        </message>
        <message>
            <source>Write it to a file first.</source>
            <translation>Grave-o primeiro em um arquivo.</translation>
        </message>
        <message>
            <source>Write the image you need to a GeoTIFF first.</source>
            <translation>Grave antes em um GeoTIFF a imagem de que precisa.</translation>
        </message>
        <message>
            <source>Written to {path}</source>
            <translation>Gravado em {path}</translation>
        </message>
        <message>
            <source>Zones are polygons.</source>
            <translation>Zonas são polígonos.</translation>
        </message>
        <message>
            <source>Zones have to overlap the image.</source>
            <translation>As zonas têm de se sobrepor à imagem.</translation>
        </message>
        <message>
            <source>change</source>
            <translation>mudança</translation>
        </message>
        <message>
            <source>detected {area} in them.</source>
            <translation>detectado nelas: {area}.</translation>
        </message>
        <message>
            <source>flood</source>
            <translation>inundação</translation>
        </message>
        <message>
            <source>nothing was mapped</source>
            <translation>nada foi mapeado</translation>
        </message>
        <message>
            <source>observed pixels</source>
            <translation>pixels observados</translation>
        </message>
        <message>
            <source>pixels that were mapped</source>
            <translation>pixels mapeados</translation>
        </message>
        <message>
            <source>possible oil / dark features</source>
            <translation>possível óleo / feições escuras</translation>
        </message>
        <message>
            <source>water</source>
            <translation>água</translation>
        </message>
        <message>
            <source>{area} in smaller pieces left out.</source>
            <translation>{area} em pedaços menores deixados de fora.</translation>
        </message>
        <message>
            <source>{capitalize} needs two images, and there is one.</source>
            <translation>{capitalize} precisa de duas imagens, e há uma.</translation>
        </message>
        <message>
            <source>{count_nonzero} of {len} features are no polygons; they get 0 ha.</source>
            <translation>{count_nonzero} de {len} feições não são polígonos; recebem 0 ha.</translation>
        </message>
        <message>
            <source>{count_nonzero} of {len} zones are no polygons and count nothing.</source>
            <translation>{count_nonzero} de {len} zonas não são polígonos e não contam nada.</translation>
        </message>
        <message>
            <source>{count_nonzero} polygons cross themselves; they were repaired.</source>
            <translation>{count_nonzero} polígonos se cruzavam a si mesmos; foram reparados.</translation>
        </message>
        <message>
            <source>{count_nonzero} zones cross themselves; they were repaired.</source>
            <translation>{count_nonzero} zonas se cruzavam a si mesmas; foram reparadas.</translation>
        </message>
        <message>
            <source>{count} feature (confidence high {high})</source>
            <translation>{count} feição (confiança: alta {high})</translation>
        </message>
        <message>
            <source>{count} feature (confidence low {low})</source>
            <translation>{count} feição (confiança: baixa {low})</translation>
        </message>
        <message>
            <source>{count} feature (confidence medium {medium})</source>
            <translation>{count} feição (confiança: média {medium})</translation>
        </message>
        <message>
            <source>{count} features</source>
            <translation>{count} feições</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high})</source>
            <translation>{count} feições (confiança: alta {high})</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high}, low {low})</source>
            <translation>{count} feições (confiança: alta {high}, baixa {low})</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high}, medium {medium})</source>
            <translation>{count} feições (confiança: alta {high}, média {medium})</translation>
        </message>
        <message>
            <source>{count} features (confidence high {high}, medium {medium}, low {low})</source>
            <translation>{count} feições (confiança: alta {high}, média {medium}, baixa {low})</translation>
        </message>
        <message>
            <source>{count} features (confidence low {low})</source>
            <translation>{count} feições (confiança: baixa {low})</translation>
        </message>
        <message>
            <source>{count} features (confidence medium {medium})</source>
            <translation>{count} feições (confiança: média {medium})</translation>
        </message>
        <message>
            <source>{count} features (confidence medium {medium}, low {low})</source>
            <translation>{count} feições (confiança: média {medium}, baixa {low})</translation>
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
            <translation>{document} declara um tipo de documento.</translation>
        </message>
        <message>
            <source>{document} describes an image of {samples} x {lines} pixels of {pixel_spacing} m.</source>
            <translation>{document} descreve uma imagem de {samples} x {lines} pixels de {pixel_spacing} m.</translation>
        </message>
        <message>
            <source>{document} has calibration values that are not positive.</source>
            <translation>{document} tem valores de calibração que não são positivos.</translation>
        </message>
        <message>
            <source>{document} is damaged ({errorstring}, line {lineno}).</source>
            <translation>{document} está danificado ({errorstring}, linha {lineno}).</translation>
        </message>
        <message>
            <source>{document} lacks {rsplit} (below {tag}).</source>
            <translation>Falta a {document} {rsplit} (abaixo de {tag}).</translation>
        </message>
        <message>
            <source>{document}: betaNought has {size} values beside {size2} of dn, or dn is zero.</source>
            <translation>{document}: betaNought tem {size} valores ao lado de {size2} de dn, ou dn é zero.</translation>
        </message>
        <message>
            <source>{document}: noiseAzimuthLut has {size} values for {size2} lines.</source>
            <translation>{document}: noiseAzimuthLut tem {size} valores para {size2} linhas.</translation>
        </message>
        <message>
            <source>{document}: the polynomials of the ground range differ in length.</source>
            <translation>{document}: os polinômios do alcance no terreno têm comprimentos diferentes.</translation>
        </message>
        <message>
            <source>{document}: the {len} points of the geolocation grid make no whole rows.</source>
            <translation>{document}: os {len} pontos da grade de geolocalização não formam linhas inteiras.</translation>
        </message>
        <message>
            <source>{document}: {name} has {size} values for {size2} pixels.</source>
            <translation>{document}: {name} tem {size} valores para {size2} pixels.</translation>
        </message>
        <message>
            <source>{document}: {path} is no number.</source>
            <translation>{document}: {path} não é um número.</translation>
        </message>
        <message>
            <source>{document}: {path} is no time: '{word}'.</source>
            <translation>{document}: {path} não é uma hora: '{word}'.</translation>
        </message>
        <message>
            <source>{file} is a map that Tidemark made: {title}.</source>
            <translation>{file} é um mapa feito pelo Tidemark: {title}.</translation>
        </message>
        <message>
            <source>{file} is a radar image: its first band is {polarisation}.</source>
            <translation>{file} é uma imagem de radar: a sua primeira banda é {polarisation}.</translation>
        </message>
        <message>
            <source>{folder} holds a map that was made with other options, or of files that have changed since.</source>
            <translation>{folder} contém um mapa feito com outras opções, ou com arquivos que mudaram desde então.</translation>
        </message>
        <message>
            <source>{found} Image, time and model stay empty.</source>
            <translation>{found} Imagem, hora e modelo ficam vazios.</translation>
        </message>
        <message>
            <source>{infinite} of the sampled pixels hold minus infinity, the decibels of zero power, and were not observed.</source>
            <translation>{infinite} dos píxeis da amostra têm menos infinito, os decibéis de potência zero, e não foram observados.</translation>
        </message>
        <message>
            <source>{join} are needed, each with a band number of its own between 1 and {len}.</source>
            <translation>São necessárias {join}, cada uma com um número de banda próprio entre 1 e {len}.</translation>
        </message>
        <message>
            <source>{len} titles are given for {len2} layers.</source>
            <translation>Foram indicados {len} títulos para {len2} camadas.</translation>
        </message>
        <message>
            <source>{made}without the network.</source>
            <translation>{made}sem a rede.</translation>
        </message>
        <message>
            <source>{method} found no two classes in the change: the fixed threshold of {fixed_db} dB was used.</source>
            <translation>{method} não achou duas classes na mudança: foi usado o limiar fixo de {fixed_db} dB.</translation>
        </message>
        <message>
            <source>{name} and {name2} are not slices of one pass with the same polarisations.</source>
            <translation>{name} e {name2} não são partes de uma passagem com as mesmas polarizações.</translation>
        </message>
        <message>
            <source>{name} cannot be brought onto the image's grid: {error}.</source>
            <translation>{name} não pode ser levado à grade da imagem: {error}.</translation>
        </message>
        <message>
            <source>{name} cannot be brought onto the map: {error}.</source>
            <translation>{name} não pode ser levado ao mapa: {error}.</translation>
        </message>
        <message>
            <source>{name} cannot be laid over the image: one of the two has no georeference.</source>
            <translation>{name} não pode ser sobreposto à imagem: um dos dois não tem georreferência.</translation>
        </message>
        <message>
            <source>{name} cannot be read as a vector file.</source>
            <translation>{name} não pode ser lido como arquivo vetorial.</translation>
        </message>
        <message>
            <source>{name} covers {known} of the map; elsewhere nothing was left out on its account.</source>
            <translation>{name} cobre {known} do mapa; no resto nada foi excluído por causa dele.</translation>
        </message>
        <message>
            <source>{name} does not lie beside {name2}.</source>
            <translation>{name} não está ao lado de {name2}.</translation>
        </message>
        <message>
            <source>{name} does not lie beside {name2}: possible water is not told from dry ground here.</source>
            <translation>{name} não está junto de {name2}: aqui a água possível não se distingue do solo seco.</translation>
        </message>
        <message>
            <source>{name} does not lie on the grid of {name2}.</source>
            <translation>{name} não está na grade de {name2}.</translation>
        </message>
        <message>
            <source>{name} does not meet the image: no zone lies on it.</source>
            <translation>{name} não toca a imagem: nenhuma zona está nela.</translation>
        </message>
        <message>
            <source>{name} found no two classes in {band}: the scene may hold no open water. The fixed threshold {value} dB was used.</source>
            <translation>{name} não achou duas classes em {band}: a cena pode não ter água aberta. Foi usado o limiar fixo de {value} dB.</translation>
        </message>
        <message>
            <source>{name} has a georeference in which its pixels have no size.</source>
            <translation>{name} tem uma georreferência em que seus pixels não têm tamanho.</translation>
        </message>
        <message>
            <source>{name} has decrease and increase, but no record says that it shows change.</source>
            <translation>{name} tem diminuição e aumento, mas nenhum registro diz que mostra mudança.</translation>
        </message>
        <message>
            <source>{name} has no annotation{is_zip}.</source>
            <translation>{name} não tem anotação{is_zip}.</translation>
        </message>
        <message>
            <source>{name} has no calibration file of {name2}.</source>
            <translation>{name} não tem arquivo de calibração de {name2}.</translation>
        </message>
        <message>
            <source>{name} has no coordinate reference system.</source>
            <translation>{name} não tem sistema de referência de coordenadas.</translation>
        </message>
        <message>
            <source>{name} has no field '{field}'.</source>
            <translation>{name} não tem o campo '{field}'.</translation>
        </message>
        <message>
            <source>{name} has no georeference.</source>
            <translation>{name} não tem georreferência.</translation>
        </message>
        <message>
            <source>{name} has no layer '{wanted}'.</source>
            <translation>{name} não tem a camada '{wanted}'.</translation>
        </message>
        <message>
            <source>{name} has no layer of features.</source>
            <translation>{name} não tem camada de feições.</translation>
        </message>
        <message>
            <source>{name} has no layer of polygons.</source>
            <translation>{name} não tem camada de polígonos.</translation>
        </message>
        <message>
            <source>{name} has no measurement of {name2}: it is left out.</source>
            <translation>{name} não tem medição de {name2}: é deixada de fora.</translation>
        </message>
        <message>
            <source>{name} has no measurement: {measurements}.</source>
            <translation>{name} não tem medição: {measurements}.</translation>
        </message>
        <message>
            <source>{name} has no noise file of {join}: thermal noise is not removed there.</source>
            <translation>{name} não tem arquivo de ruído de {join}: o ruído térmico não é removido ali.</translation>
        </message>
        <message>
            <source>{name} has several layers of polygons: {join}.</source>
            <translation>{name} tem várias camadas de polígonos: {join}.</translation>
        </message>
        <message>
            <source>{name} has several layers: {join}.</source>
            <translation>{name} tem várias camadas: {join}.</translation>
        </message>
        <message>
            <source>{name} has {join}, but not {join2}.</source>
            <translation>{name} tem {join}, mas não {join2}.</translation>
        </message>
        <message>
            <source>{name} has {width} x {height} pixels and {name2} {width2} x {height2}; their grids differ.</source>
            <translation>{name} tem {width} x {height} pixels e {name2} {width2} x {height2}; suas grades diferem.</translation>
        </message>
        <message>
            <source>{name} holds complex numbers (a single-look complex product).</source>
            <translation>{name} contém números complexos (um produto single-look complex).</translation>
        </message>
        <message>
            <source>{name} holds no polygons.</source>
            <translation>{name} não contém polígonos.</translation>
        </message>
        <message>
            <source>{name} holds no values from 0 to 100.</source>
            <translation>{name} não contém valores de 0 a 100.</translation>
        </message>
        <message>
            <source>{name} holds the value {inside}.</source>
            <translation>{name} contém o valor {inside}.</translation>
        </message>
        <message>
            <source>{name} holds {len} products.</source>
            <translation>{name} contém {len} produtos.</translation>
        </message>
        <message>
            <source>{name} is a Sentinel-1 product as it is delivered (SAFE), in radar geometry.</source>
            <translation>{name} é um produto Sentinel-1 como é entregue (SAFE), em geometria de radar.</translation>
        </message>
        <message>
            <source>{name} is a Sentinel-2 product: optical.</source>
            <translation>{name} é um produto Sentinel-2: óptico.</translation>
        </message>
        <message>
            <source>{name} is a folder.</source>
            <translation>{name} é uma pasta.</translation>
        </message>
        <message>
            <source>{name} is a header of SNAP (BEAM-DIMAP); the pixels lie in the folder {name2}: {bands}.</source>
            <translation>{name} é um cabeçalho do SNAP (BEAM-DIMAP); os pixels estão na pasta {name2}: {bands}.</translation>
        </message>
        <message>
            <source>{name} is a map of '{title}', which is no water.</source>
            <translation>{name} é um mapa de '{title}', que não é água.</translation>
        </message>
        <message>
            <source>{name} is a page of the web, no image.</source>
            <translation>{name} é uma página da web, não uma imagem.</translation>
        </message>
        <message>
            <source>{name} is a pipe or a device, no file.</source>
            <translation>{name} é um pipe ou um dispositivo, não um arquivo.</translation>
        </message>
        <message>
            <source>{name} is a zip archive of a Sentinel-1 product as it is delivered (SAFE), in radar geometry.</source>
            <translation>{name} é um zip de um produto Sentinel-1 como é entregue (SAFE), em geometria de radar.</translation>
        </message>
        <message>
            <source>{name} is a zip archive of archives: {listed}.</source>
            <translation>{name} é um arquivo zip de arquivos compactados: {listed}.</translation>
        </message>
        <message>
            <source>{name} is an archive.</source>
            <translation>{name} é um arquivo compactado.</translation>
        </message>
        <message>
            <source>{name} is damaged: rows {first} to {first2} cannot be read.</source>
            <translation>{name} está danificado: as linhas {first} a {first2} não podem ser lidas.</translation>
        </message>
        <message>
            <source>{name} is damaged: rows {row_off} to {row_off2} cannot be read.</source>
            <translation>{name} está danificado: as linhas {row_off} a {row_off2} não podem ser lidas.</translation>
        </message>
        <message>
            <source>{name} is in radar geometry: it has ground control points, but no map grid.</source>
            <translation>{name} está em geometria de radar: tem pontos de controle, mas não grade cartográfica.</translation>
        </message>
        <message>
            <source>{name} is no class raster: {reason}.</source>
            <translation>{name} não é um raster de classes: {reason}.</translation>
        </message>
        <message>
            <source>{name} is no probability raster, but '{held}' of a map.</source>
            <translation>{name} não é um raster de probabilidade, e sim '{held}' de um mapa.</translation>
        </message>
        <message>
            <source>{name} is no probability raster: it has {count} band(s) of type {dtypes}.</source>
            <translation>{name} não é um raster de probabilidade: tem {count} banda(s) do tipo {dtypes}.</translation>
        </message>
        <message>
            <source>{name} is no probability raster: it holds values between 101 and 254.</source>
            <translation>{name} não é um raster de probabilidade: contém valores entre 101 e 254.</translation>
        </message>
        <message>
            <source>{name} is no whole zip file ({error}).</source>
            <translation>{name} não é um arquivo zip inteiro ({error}).</translation>
        </message>
        <message>
            <source>{name} is of type {dtypes}, not the change in dB that the run wrote (int16).</source>
            <translation>{name} é do tipo {dtypes}, não a mudança em dB que a execução gravou (int16).</translation>
        </message>
        <message>
            <source>{name} knows of {known} of the map; elsewhere {elsewhere}.</source>
            <translation>{name} conhece {known} do mapa; no resto {elsewhere}.</translation>
        </message>
        <message>
            <source>{name} leaves out {share} of the map, which says nothing there: is it the right file?</source>
            <translation>{name} exclui {share} do mapa, que não diz nada ali: é o arquivo certo?</translation>
        </message>
        <message>
            <source>{name} looks like a map of classes (land cover: {listed}), not of how often there is water.</source>
            <translation>{name} parece um mapa de classes (cobertura da terra: {listed}), não de quantas vezes há água.</translation>
        </message>
        <message>
            <source>{name} may not be read: its permissions forbid it.</source>
            <translation>{name} não pode ser lido: suas permissões o proíbem.</translation>
        </message>
        <message>
            <source>{name} put the threshold of {band} at {threshold} dB, outside {low} to {high} dB. {value} dB was used.</source>
            <translation>{name} pôs o limiar de {band} em {threshold} dB, fora de {low} a {high} dB. Foi usado {value} dB.</translation>
        </message>
        <message>
            <source>{name} refers to the file {path}, which is not there.</source>
            <translation>{name} remete ao arquivo {path}, que não existe.</translation>
        </message>
        <message>
            <source>{name} refers to the file {path}, which may not be read.</source>
            <translation>{name} remete ao arquivo {path}, que não pode ser lido.</translation>
        </message>
        <message>
            <source>{name} refers to {strip}, which lies on the network.</source>
            <translation>{name} se refere a {strip}, que fica na rede.</translation>
        </message>
        <message>
            <source>{name} was not used: the images are in their place already.</source>
            <translation>{name} não foi usado: as imagens já estão no lugar.</translation>
        </message>
        <message>
            <source>{name} was prepared as {path}.</source>
            <translation>{name} foi preparado como {path}.</translation>
        </message>
        <message>
            <source>{name}: nobody lives where the image lies. Check that its pixels hold numbers of people.</source>
            <translation>{name}: ninguém mora onde a imagem está. Verifique se seus pixels contêm números de pessoas.</translation>
        </message>
        <message>
            <source>{name}: the measurement is damaged: lines {first} to {last} cannot be read.</source>
            <translation>{name}: a medição está danificada: as linhas {first} a {last} não podem ser lidas.</translation>
        </message>
        <message>
            <source>{name}: the measurement of {name2} cannot be read as an image.</source>
            <translation>{name}: a medição de {name2} não pode ser lida como imagem.</translation>
        </message>
        <message>
            <source>{name}: the measurement of {name2} has {width} x {height} pixels of {dtypes}.</source>
            <translation>{name}: a medição de {name2} tem {width} x {height} pixels de {dtypes}.</translation>
        </message>
        <message>
            <source>{name}: the orbit in its annotation does not lead to its geolocation grid.</source>
            <translation>{name}: a órbita da anotação não leva à sua grade de geolocalização.</translation>
        </message>
        <message>
            <source>{name}: {name2} cannot be read ({name3}).</source>
            <translation>{name}: {name2} não pode ser lido ({name3}).</translation>
        </message>
        <message>
            <source>{output} would be written twice.</source>
            <translation>{output} seria gravado duas vezes.</translation>
        </message>
        <message>
            <source>{path} cannot be read as a list of scenes.</source>
            <translation>{path} não pode ser lido como lista de cenas.</translation>
        </message>
        <message>
            <source>{path} is no Sentinel-1 product.</source>
            <translation>{path} não é um produto Sentinel-1.</translation>
        </message>
        <message>
            <source>{path} is no record of an estimate, or cannot be read.</source>
            <translation>{path} não é o registro de uma estimativa, ou não pode ser lido.</translation>
        </message>
        <message>
            <source>{path} lies on the network.</source>
            <translation>{path} fica na rede.</translation>
        </message>
        <message>
            <source>{place} holds no scene.</source>
            <translation>{place} não contém nenhuma cena.</translation>
        </message>
        <message>
            <source>{say_bands} Or leave the optical images out.</source>
            <translation>{say_bands} Ou deixe de fora as imagens ópticas.</translation>
        </message>
        <message>
            <source>{share} decrease of backscatter</source>
            <translation>{share} de diminuição do retroespalhamento</translation>
        </message>
        <message>
            <source>{share} increase of backscatter</source>
            <translation>{share} de aumento do retroespalhamento</translation>
        </message>
        <message>
            <source>{share} not mapped (left out, {masked} of what was observed)</source>
            <translation>{share} não mapeados (excluídos, {masked} do que foi observado)</translation>
        </message>
        <message>
            <source>{share} not observed</source>
            <translation>{share} não observados</translation>
        </message>
        <message>
            <source>{share} not observed (hectares unknown: no georeference)</source>
            <translation>{share} não observados (hectares desconhecidos: sem georreferência)</translation>
        </message>
        <message>
            <source>{share} of the pixels</source>
            <translation>{share} dos pixels</translation>
        </message>
        <message>
            <source>{share} of the sampled pixels hold exactly {values}, and were taken for observed.</source>
            <translation>{share} dos pixels da amostra têm exatamente {values}, e foram tomados por observados.</translation>
        </message>
        <message>
            <source>{share} of {area} mapped</source>
            <translation>{share} de {area} mapeados</translation>
        </message>
        <message>
            <source>{share} of {area} observed</source>
            <translation>{share} de {area} observados</translation>
        </message>
        <message>
            <source>{share} possible water among plants or buildings</source>
            <translation>{share} de possível água entre vegetação ou edificações</translation>
        </message>
        <message>
            <source>{share} reference water</source>
            <translation>{share} de água de referência</translation>
        </message>
        <message>
            <source>{share}: wind, ice, plants or a low level; other water may be missed for the same reason.</source>
            <translation>{share}: vento, gelo, plantas ou nível baixo; outra água pode escapar pelo mesmo motivo.</translation>
        </message>
        <message>
            <source>{text} It is taken for a map of {detects}.</source>
            <translation>{text} É tomado por um mapa de {detects}.</translation>
        </message>
        <message>
            <source>{title}: no feature lies on the image. Check its coordinate reference system.</source>
            <translation>{title}: nenhuma feição está na imagem. Verifique seu sistema de referência de coordenadas.</translation>
        </message>
        <message>
            <source>{title}: {count} features cannot be told in the map's coordinate reference system and are left out.</source>
            <translation>{title}: {count} feições não podem ser expressas no sistema de referência de coordenadas do mapa e são deixadas de fora.</translation>
        </message>
        <message>
            <source>{title}: {count} polygons cross themselves; they were repaired.</source>
            <translation>{title}: {count} polígonos se cruzavam a si mesmos; foram reparados.</translation>
        </message>
        <message>
            <source>{undecided} of the observed pixels lie between 20 and 80 per cent: the map is undecided.</source>
            <translation>{undecided} dos pixels observados estão entre 20 e 80 por cento: o mapa está indeciso.</translation>
        </message>
        <message>
            <source>{unsaid} Display values (8 bit) do not tell whether the sea is calm or rough.</source>
            <translation>{unsaid} Valores de exibição (8 bits) não dizem se o mar está calmo ou agitado.</translation>
        </message>
        <message>
            <source>{upper}{image} has {count} {called}: no {join} was found.</source>
            <translation>{upper}{image} tem {count} {called}: não se encontrou {join}.</translation>
        </message>
        <message>
            <source>{words}: it does not meet the image.</source>
            <translation>{words}: não toca a imagem.</translation>
        </message>
        <message>
            <source>{words}: it is empty.</source>
            <translation>{words}: está vazia.</translation>
        </message>
        <message>
            <source>{zeros} of the sampled pixels are exactly zero in all bands, away from the edge, and were taken for calm water.</source>
            <translation>{zeros} dos píxeis da amostra são exatamente zero em todas as bandas, longe da borda, e foram tomados por água calma.</translation>
        </message>
    </context>
    <context>
        <name>InstallPanel</name>
        <message>
            <source>1. Copy download command</source>
            <translation>1. Copiar o comando de download</translation>
        </message>
        <message>
            <source>2. From a folder…</source>
            <translation>2. De uma pasta…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Voltar</translation>
        </message>
        <message>
            <source>Back to the form</source>
            <translation>Voltar ao formulário</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Verificar de novo</translation>
        </message>
        <message>
            <source>Computes on</source>
            <translation>Calcula com</translation>
        </message>
        <message>
            <source>Copy install command</source>
            <translation>Copiar o comando de instalação</translation>
        </message>
        <message>
            <source>Download the packages and install them in the QGIS profile; nothing else of this computer changes</source>
            <translation>Baixa os pacotes e os instala no perfil do QGIS; nada mais muda neste computador</translation>
        </message>
        <message>
            <source>For which processor or graphics card</source>
            <translation>Para qual processador ou placa gráfica</translation>
        </message>
        <message>
            <source>Goes into</source>
            <translation>Instala-se em</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Instalar</translation>
        </message>
        <message>
            <source>Install engine</source>
            <translation>Instalar o motor</translation>
        </message>
        <message>
            <source>Install from the folder with the package files, without any internet</source>
            <translation>Instala da pasta com os pacotes, sem internet alguma</translation>
        </message>
        <message>
            <source>Look whether the installed engine works</source>
            <translation>Vê se o motor instalado funciona</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamanho</translation>
        </message>
        <message>
            <source>The command that fills a folder with the packages on a computer with internet, whatever its system</source>
            <translation>O comando que enche uma pasta com os pacotes em um computador com internet, qualquer que seja seu sistema</translation>
        </message>
        <message>
            <source>The command that installs the same from a terminal, for those who prefer that</source>
            <translation>O comando que instala o mesmo a partir de um terminal, para quem prefere assim</translation>
        </message>
        <message>
            <source>This computer has no internet? Fill a folder with the packages on another one, and bring it here; it is checked before anything is installed.</source>
            <translation>Este computador não tem internet? Encha uma pasta com os pacotes em outro e traga-a para cá; ela é verificada antes de se instalar algo.</translation>
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
            <translation>"Não observado" significa que o radar não viu o terreno ali. Não significa seco.</translation>
        </message>
        <message>
            <source>'{name}' has no legend.</source>
            <translation>'{name}' não tem legenda.</translation>
        </message>
        <message>
            <source>'{name}' is a map that Tidemark made, and keeps its colours.</source>
            <translation>'{name}' é um mapa feito pelo Tidemark e mantém as suas cores.</translation>
        </message>
        <message>
            <source>'{name}' is a map that Tidemark made, and the project does not have its image.</source>
            <translation>'{name}' é um mapa feito pelo Tidemark, e o projeto não tem a sua imagem.</translation>
        </message>
        <message>
            <source>'{name}' is no file with values that could be shown in grey.</source>
            <translation>'{name}' não é um arquivo com valores que possam ser mostrados em cinza.</translation>
        </message>
        <message>
            <source>'{name}' is there already and belongs to another run: choose another name for OUTPUT.</source>
            <translation>'{name}' já existe e pertence a outra execução: escolha outro nome para OUTPUT.</translation>
        </message>
        <message>
            <source>'{name}' is there already. Replace it?</source>
            <translation>'{name}' já existe. Substituir?</translation>
        </message>
        <message>
            <source>'{name}' was started in a project that is closed now.</source>
            <translation>'{name}' foi iniciado em um projeto que já está fechado.</translation>
        </message>
        <message>
            <source>+8 dB or more (brighter than before)</source>
            <translation>+8 dB ou mais (mais claro que antes)</translation>
        </message>
        <message>
            <source>, no polygons ({packages} missing)</source>
            <translation>, sem polígonos (falta {packages})</translation>
        </message>
        <message>
            <source>-8 dB or less (darker than before)</source>
            <translation>-8 dB ou menos (mais escuro que antes)</translation>
        </message>
        <message>
            <source>0 % (unlikely)</source>
            <translation>0 % (improvável)</translation>
        </message>
        <message>
            <source>0 dB (as before)</source>
            <translation>0 dB (como antes)</translation>
        </message>
        <message>
            <source>0 m (estimate)</source>
            <translation>0 m (estimativa)</translation>
        </message>
        <message>
            <source>0 not detected, 1 detected, 2 reference water, 3 decrease, 4 increase, 5 possible water among plants or buildings, 250 to 254 left out, 255 not observed</source>
            <translation>0 não detectado, 1 detectado, 2 água de referência, 3 diminuição, 4 aumento, 5 possível água entre vegetação ou edificações, 250 a 254 excluído, 255 não observado</translation>
        </message>
        <message>
            <source>0 not detected, 1 detected, 2 reference water, 5 possible water among plants or buildings, 250 to 252 left out, 255 not observed</source>
            <translation>0 não detectado, 1 detectado, 2 água de referência, 5 possível água entre vegetação ou edificações, 250 a 252 excluído, 255 não observado</translation>
        </message>
        <message>
            <source>0 not detected, 1 possible oil / dark feature, 252 left out, 254 land, 255 not observed</source>
            <translation>0 não detectado, 1 possível óleo / feição escura, 252 excluído, 254 terra, 255 não observado</translation>
        </message>
        <message>
            <source>0 not detected, 3 decrease, 4 increase, 251 and 252 left out, 255 not observed on one of the dates</source>
            <translation>0 não detectado, 3 diminuição, 4 aumento, 251 e 252 excluído, 255 não observado em uma das datas</translation>
        </message>
        <message>
            <source>5 m or more</source>
            <translation>5 m ou mais</translation>
        </message>
        <message>
            <source>50 % (possible)</source>
            <translation>50 % (possível)</translation>
        </message>
        <message>
            <source>8-bit display values</source>
            <translation>valores de exibição de 8 bits</translation>
        </message>
        <message>
            <source>80 % (likely)</source>
            <translation>80 % (provável)</translation>
        </message>
        <message>
            <source>8: pixels that meet at a corner are joined, so a narrow river stays whole. 4: only pixels that share an edge.</source>
            <translation>8: pixels que se tocam em um canto são unidos, assim um rio estreito fica inteiro. 4: só pixels que têm um lado em comum.</translation>
        </message>
        <message>
            <source>A GeoTIFF with VV and VH. A file of this name is replaced.</source>
            <translation>Um GeoTIFF com VV e VH. Um arquivo com este nome é substituído.</translation>
        </message>
        <message>
            <source>A Python 3.10 or newer that has numpy, scipy, rasterio and onnxruntime; QGIS has to be restarted</source>
            <translation>Um Python 3.10 ou mais novo que tenha numpy, scipy, rasterio e onnxruntime; é preciso reiniciar o QGIS</translation>
        </message>
        <message>
            <source>A Sentinel-1 image with VV and VH, calibrated and terrain-corrected, or a product as it was downloaded; for change and oil one band will do.</source>
            <translation>Uma imagem Sentinel-1 com VV e VH, calibrada e com correção do terreno, ou um produto como foi baixado; para mudança e óleo basta uma banda.</translation>
        </message>
        <message>
            <source>A Sentinel-1 image, calibrated and terrain-corrected, with the bands VV and VH.</source>
            <translation>Uma imagem Sentinel-1, calibrada e com correção do terreno, com as bandas VV e VH.</translation>
        </message>
        <message>
            <source>A copy of the probability in per cent, 255 where nothing was observed; the one beside the map is written in any case.</source>
            <translation>Uma cópia da probabilidade em por cento, 255 onde nada foi observado; a que fica ao lado do mapa é gravada de qualquer modo.</translation>
        </message>
        <message>
            <source>A layer of polygons is needed.</source>
            <translation>É necessária uma camada de polígonos.</translation>
        </message>
        <message>
            <source>A layer of polygons, as it is now: with its edits and its filter</source>
            <translation>Uma camada de polígonos, como está agora: com suas edições e seu filtro</translation>
        </message>
        <message>
            <source>A layer of polygons, in any coordinate reference system, as it is now: with its edits and its filter.</source>
            <translation>Uma camada de polígonos, em qualquer sistema de referência de coordenadas, como está agora: com suas edições e seu filtro.</translation>
        </message>
        <message>
            <source>A layer of polygons, or a raster, is needed.</source>
            <translation>É necessária uma camada de polígonos ou um raster.</translation>
        </message>
        <message>
            <source>A network, or a classical threshold.</source>
            <translation>Uma rede neural ou um limiar clássico.</translation>
        </message>
        <message>
            <source>A raster file of this machine is needed.</source>
            <translation>É necessário um arquivo raster deste computador.</translation>
        </message>
        <message>
            <source>A raster file of this machine, or a product as it was downloaded (its zip, its folder .SAFE, manifest.safe), which is prepared first, with DEM by height.</source>
            <translation>Um arquivo raster deste computador, ou um produto como foi baixado (seu zip, sua pasta .SAFE, manifest.safe), que é preparado antes, com DEM por altitudes.</translation>
        </message>
        <message>
            <source>A raster with the number of people in each pixel, of any pixel size, such as GHS-POP or WorldPop.</source>
            <translation>Um raster com o número de pessoas em cada pixel, de qualquer tamanho de pixel, como GHS-POP ou WorldPop.</translation>
        </message>
        <message>
            <source>A run is under way.</source>
            <translation>Há uma execução em andamento.</translation>
        </message>
        <message>
            <source>Add a model of your own…</source>
            <translation>Adicionar um modelo próprio…</translation>
        </message>
        <message>
            <source>Add it to this project</source>
            <translation>Adicioná-lo a este projeto</translation>
        </message>
        <message>
            <source>Add the layers of this run to the project</source>
            <translation>Adiciona ao projeto as camadas desta execução</translation>
        </message>
        <message>
            <source>Add the map</source>
            <translation>Adicionar o mapa</translation>
        </message>
        <message>
            <source>Adds the layers imageFootprint (what was observed) and notAnalysed (the rest, with the reason).</source>
            <translation>Acrescenta as camadas imageFootprint (o que foi observado) e notAnalysed (o resto, com o motivo).</translation>
        </message>
        <message>
            <source>Affected, depth…</source>
            <translation>Afetados, profundidade…</translation>
        </message>
        <message>
            <source>After detection</source>
            <translation>Depois da detecção</translation>
        </message>
        <message>
            <source>All cores</source>
            <translation>Todos os núcleos</translation>
        </message>
        <message>
            <source>All images in it; single-band files whose names differ only in VV and VH are one scene.</source>
            <translation>Todas as suas imagens; arquivos de uma banda cujos nomes só diferem em VV e VH são uma cena.</translation>
        </message>
        <message>
            <source>An earlier image of the same kind and place; best 12 or 24 days before, from the same satellite track. Its grid may differ.</source>
            <translation>Uma imagem anterior do mesmo tipo e lugar; de preferência 12 ou 24 dias antes, da mesma órbita relativa. Sua grade pode ser outra.</translation>
        </message>
        <message>
            <source>An earlier image of the same kind, with VV and VH; on any grid. Best 12 or 24 days before, from the same track.</source>
            <translation>Uma imagem anterior do mesmo tipo, com VV e VH; em qualquer grade. De preferência 12 ou 24 dias antes, da mesma órbita relativa.</translation>
        </message>
        <message>
            <source>An extent is XMIN,XMAX,YMIN,YMAX, with its reference system in square brackets where it is not the image's.</source>
            <translation>Uma extensão é XMIN,XMAX,YMIN,YMAX, com seu sistema de referência entre colchetes quando não é o da imagem.</translation>
        </message>
        <message>
            <source>An image of the sea: VV where it has that band, else HH or its only band.</source>
            <translation>Uma imagem do mar: VV se ela tem essa banda, senão HH ou sua única banda.</translation>
        </message>
        <message>
            <source>An installed model, or the path of a card. Empty: the task's own model.</source>
            <translation>Um modelo instalado ou o caminho de uma ficha. Vazio: o modelo próprio da tarefa.</translation>
        </message>
        <message>
            <source>An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4; on any grid. Needs the radar image before as well, and a model with an optical input, which is then taken where MODEL is empty.</source>
            <translation>Uma imagem óptica da data a mapear, como Sentinel-2 com B11, B8 e B4; em qualquer grade. Precisa também da imagem de radar anterior, e de um modelo com entrada óptica, que é usado se MODEL estiver vazio.</translation>
        </message>
        <message>
            <source>An optical image of the earlier date, with the same bands, if there is one; on any grid.</source>
            <translation>Uma imagem óptica da data anterior, com as mesmas bandas, se houver; em qualquer grade.</translation>
        </message>
        <message>
            <source>Another threshold</source>
            <translation>Outro limiar</translation>
        </message>
        <message>
            <source>Area of interest</source>
            <translation>Área de interesse</translation>
        </message>
        <message>
            <source>As found: {scale}</source>
            <translation>Encontrado: {scale}</translation>
        </message>
        <message>
            <source>As the product has it, for comparison with other tools.</source>
            <translation>Como o produto a traz, para comparar com outras ferramentas.</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <source>Average over flips</source>
            <translation>Média com o espelho</translation>
        </message>
        <message>
            <source>Average over the mirror image as well. It takes twice the time.</source>
            <translation>Média também com a imagem espelhada. Leva o dobro do tempo.</translation>
        </message>
        <message>
            <source>BANDS '{text}' cannot be read.</source>
            <translation>BANDS '{text}' não pode ser lido.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Voltar</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>Fundo</translation>
        </message>
        <message>
            <source>Backscatter change between two dates</source>
            <translation>Mudança de retroespalhamento, duas datas</translation>
        </message>
        <message>
            <source>Backscatter decrease (darker)</source>
            <translation>Retroespalhamento menor (mais escuro)</translation>
        </message>
        <message>
            <source>Backscatter increase (brighter)</source>
            <translation>Retroespalhamento maior (mais claro)</translation>
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
            <translation>Começa os nomes, por exemplo EMSR728; vazio: o nome do próprio mapa.</translation>
        </message>
        <message>
            <source>Begins the title, for example: Flood on the Elbe, June 2013.</source>
            <translation>Começa o título, por exemplo: Cheia do Elba, junho de 2013.</translation>
        </message>
        <message>
            <source>Below {percent} %</source>
            <translation>Abaixo de {percent} %</translation>
        </message>
        <message>
            <source>Buildings, roads, places, land use: points, lines or polygons, as they are now, with their edits.</source>
            <translation>Edificações, estradas, lugares, uso da terra: pontos, linhas ou polígonos, como estão agora, com suas edições.</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>CPU threads</source>
            <translation>Threads da CPU</translation>
        </message>
        <message>
            <source>CPU threads for an image; empty: all cores. 0: all cores.</source>
            <translation>Threads da CPU para uma imagem; vazio: todos os núcleos. 0: todos os núcleos.</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Calibração</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was written.</source>
            <translation>Cancelado. Nada foi gravado.</translation>
        </message>
        <message>
            <source>Cancelled. What was finished stays; the same run goes on from there.</source>
            <translation>Cancelado. O que terminou fica; a mesma execução continua dali.</translation>
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
            <translation>Mudança (dB)</translation>
        </message>
        <message>
            <source>Change detected</source>
            <translation>Mudança detectada</translation>
        </message>
        <message>
            <source>Change in dB</source>
            <translation>Mudança em dB</translation>
        </message>
        <message>
            <source>Change needs an older image.</source>
            <translation>Para mudança é preciso uma imagem mais antiga.</translation>
        </message>
        <message>
            <source>Change of radar backscatter (possible flood, building site or harvest), never proof of any of them; wind on water, rain, snow, crops and another viewing direction change it too. Preliminary, not field validated.</source>
            <translation>Mudança do retroespalhamento de radar (possível inundação, obra ou colheita), nunca prova disso; vento sobre a água, chuva, neve, culturas e outra geometria de visada também o mudam. Preliminar, não validado em campo.</translation>
        </message>
        <message>
            <source>Check the coordinate reference system of the layer, or map the whole image.</source>
            <translation>Verifique o sistema de referência de coordenadas da camada ou mapeie a imagem inteira.</translation>
        </message>
        <message>
            <source>Check the path.</source>
            <translation>Verifique o caminho.</translation>
        </message>
        <message>
            <source>Checking what was installed…</source>
            <translation>Verificando o que foi instalado…</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Verificando…</translation>
        </message>
        <message>
            <source>Choose a folder, or tick layers and leave the folder empty.</source>
            <translation>Escolha uma pasta, ou marque camadas e deixe a pasta vazia.</translation>
        </message>
        <message>
            <source>Choose a radar image.</source>
            <translation>Escolha uma imagem de radar.</translation>
        </message>
        <message>
            <source>Choose another place, or make room there.</source>
            <translation>Escolha outro lugar ou libere espaço ali.</translation>
        </message>
        <message>
            <source>Choose at least one.</source>
            <translation>Escolha ao menos uma.</translation>
        </message>
        <message>
            <source>Choose one, add a raster layer (Layer, Add Layer, Add Raster Layer…), or drop a Sentinel-1 product here.</source>
            <translation>Escolha uma, adicione uma camada raster (Camada, Adicionar camada, Adicionar camada raster…), ou solte aqui um produto Sentinel-1.</translation>
        </message>
        <message>
            <source>Choose the class raster, or make the map again.</source>
            <translation>Escolha o raster de classes ou faça o mapa de novo.</translation>
        </message>
        <message>
            <source>Choose the image that was taken earlier.</source>
            <translation>Escolha a imagem tomada antes.</translation>
        </message>
        <message>
            <source>Choose: {candidates}?</source>
            <translation>Escolha: {candidates}?</translation>
        </message>
        <message>
            <source>Class raster</source>
            <translation>Raster de classes</translation>
        </message>
        <message>
            <source>Click the arrow beside the extent, or map the whole image.</source>
            <translation>Clique na seta ao lado da extensão ou mapeie a imagem inteira.</translation>
        </message>
        <message>
            <source>Click the arrow to draw</source>
            <translation>Clique na seta para desenhar</translation>
        </message>
        <message>
            <source>Close other programs, or map a smaller extent.</source>
            <translation>Feche outros programas ou mapeie uma extensão menor.</translation>
        </message>
        <message>
            <source>Computed on: {device}</source>
            <translation>Calculado com: {device}</translation>
        </message>
        <message>
            <source>Computing on: {device}</source>
            <translation>Calculando com: {device}</translation>
        </message>
        <message>
            <source>Connectivity</source>
            <translation>Conectividade</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contato</translation>
        </message>
        <message>
            <source>Contact on pages</source>
            <translation>Contato nas páginas</translation>
        </message>
        <message>
            <source>Coordinates: {crs}</source>
            <translation>Coordenadas: {crs}</translation>
        </message>
        <message>
            <source>Copied. Run it in a terminal, then click 'Check again':</source>
            <translation>Copiado. Execute-o em um terminal e depois clique em 'Verificar de novo':</translation>
        </message>
        <message>
            <source>Copied. Run it on any computer with internet and Python, bring the folder '{folder}' here, and take it with step 2:</source>
            <translation>Copiado. Execute-o em qualquer computador com internet e Python, traga para cá a pasta '{folder}' e use-a com o passo 2:</translation>
        </message>
        <message>
            <source>Correct it, or leave it out to map the whole image.</source>
            <translation>Corrija-a, ou deixe-a vazia para mapear a imagem inteira.</translation>
        </message>
        <message>
            <source>Countries</source>
            <translation>Países</translation>
        </message>
        <message>
            <source>Counts for each polygon of a layer (districts, parcels, river reaches) the hectares detected, possible water, reference water, masked, not observed, observed, and outside the image. "Not observed" is not "dry".

A pixel counts for the zone that holds its centre; zones may overlap. The output has the zones' own fields and the new ones.</source>
            <translation>Conta para cada polígono de uma camada (municípios, parcelas, trechos de rio) os hectares detectados, de possível água, de água de referência, mascarados, não observados, observados e fora da imagem. "Não observado" não é "seco".

Um pixel conta para a zona que contém seu centro; as zonas podem se sobrepor. O resultado tem os campos das zonas e os novos.</translation>
        </message>
        <message>
            <source>Counts what of your layers and of a population raster lies in the flood, in possible water, in reference water, where nothing was mapped, and where nothing was observed: features touched, kilometres of lines, hectares of areas, people. In total and for each zone. "Not observed" is not "dry": its share stands beside every number.

Every feature is laid over the pixels exactly, lengths and areas are the ellipsoid's, and people are shared out by area.

An estimate from the extent of the map, for a first look. Written to PREFIX_exposure.gpkg beside the map, it comes into the one-page PDF and into the package.</source>
            <translation>Conta o que, de suas camadas e de um raster de população, está na inundação, em possível água, em água de referência, onde nada foi mapeado e onde nada foi observado: feições tocadas, quilômetros de linhas, hectares de áreas, pessoas. No total e por zona. "Não observado" não é "seco": sua parte aparece ao lado de cada número.

Cada feição é sobreposta aos pixels com exatidão, comprimentos e áreas são os do elipsoide, e as pessoas são repartidas por área.

Uma estimativa a partir da extensão do mapa, para um primeiro olhar. Gravada em PREFIX_exposure.gpkg ao lado do mapa, entra no PDF de uma página e no pacote.</translation>
        </message>
        <message>
            <source>Cubic metres of water</source>
            <translation>Metros cúbicos de água</translation>
        </message>
        <message>
            <source>DEM</source>
            <translation>MDE</translation>
        </message>
        <message>
            <source>Dark features at sea, never proof of oil: low wind, natural films, rain, upwelling, ice, ship wakes and shadow at the coast look alike. To be checked by an analyst, a ship or an aircraft; slicks are seen in winds of about 2 to 12 m/s only. Preliminary, not field validated.</source>
            <translation>Feições escuras no mar, nunca prova de óleo: vento fraco, filmes naturais, chuva, ressurgência, gelo, esteiras e sombra da costa são parecidos. Devem ser verificadas por um analista, um navio ou um avião; manchas só são vistas com ventos de cerca de 2 a 12 m/s. Preliminar, não validado em campo.</translation>
        </message>
        <message>
            <source>Dark ground everywhere</source>
            <translation>Terreno escuro em toda parte</translation>
        </message>
        <message>
            <source>Dark-spot rule, against the sea around</source>
            <translation>Regra de manchas escuras, contra o mar ao redor</translation>
        </message>
        <message>
            <source>Degrees</source>
            <translation>Graus</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>Profundidade</translation>
        </message>
        <message>
            <source>Depth of the water</source>
            <translation>Profundidade da água</translation>
        </message>
        <message>
            <source>Detect change</source>
            <translation>Detectar mudança</translation>
        </message>
        <message>
            <source>Detect floods</source>
            <translation>Detectar inundações</translation>
        </message>
        <message>
            <source>Detect floods…</source>
            <translation>Detectar inundações…</translation>
        </message>
        <message>
            <source>Detect possible oil</source>
            <translation>Detectar possível óleo</translation>
        </message>
        <message>
            <source>Detect water</source>
            <translation>Detectar água</translation>
        </message>
        <message>
            <source>Detected</source>
            <translation>Detectado</translation>
        </message>
        <message>
            <source>Detection</source>
            <translation>Detecção</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Disclaimer</source>
            <translation>Aviso legal</translation>
        </message>
        <message>
            <source>Disclaimer on pages</source>
            <translation>Aviso legal nas páginas</translation>
        </message>
        <message>
            <source>Do again what is done</source>
            <translation>Refazer o que está feito</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Feito</translation>
        </message>
        <message>
            <source>Drawn, typed or from a layer</source>
            <translation>Desenhada, digitada ou de uma camada</translation>
        </message>
        <message>
            <source>EXTENT '{value}' does not touch the image.</source>
            <translation>EXTENT '{value}' não toca a imagem.</translation>
        </message>
        <message>
            <source>Empty: 10, of products with larger pixels 20.</source>
            <translation>Vazio: 10; em produtos de pixel maior, 20.</translation>
        </message>
        <message>
            <source>Engine…</source>
            <translation>Motor…</translation>
        </message>
        <message>
            <source>Estimate who and what lies in the water, and how deep it is. The page and the package take both up.</source>
            <translation>Estima quem e o que está na água, e que profundidade ela tem. A página e o pacote trazem ambos.</translation>
        </message>
        <message>
            <source>Estimates how deep a flood is: along its edge the ground's height is that of the water; a surface is laid over each connected body of water, and the ground taken away. Edges of clouds, of the swath and of what was not mapped tell nothing. Where the edge is too short or the DEM too coarse, no depth is given, and it is said for how many hectares.

After INFLOS (Caretto et al. 2025) and FwDET (Cohen et al. 2018, 2022).

An estimate from the extent of the map, for a first look. Written to PREFIX_depth.tif beside the map, it comes into the one-page PDF and into the package.</source>
            <translation>Estima a profundidade de uma inundação: ao longo de sua borda a altitude do terreno é a da água; uma superfície é estendida sobre cada corpo d'água conexo, e o terreno é subtraído. Bordas de nuvens, da faixa e do que não foi mapeado não dizem nada. Onde a borda é curta demais ou o MDE grosseiro demais, não se dá profundidade, e se diz em quantos hectares.

Segundo INFLOS (Caretto et al. 2025) e FwDET (Cohen et al. 2018, 2022).

Uma estimativa a partir da extensão do mapa, para um primeiro olhar. Gravada em PREFIX_depth.tif ao lado do mapa, entra no PDF de uma página e no pacote.</translation>
        </message>
        <message>
            <source>Estimates, for a first look</source>
            <translation>Estimativas, para um primeiro olhar</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Evento</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extensão</translation>
        </message>
        <message>
            <source>Fill holes up to hectares</source>
            <translation>Preencher buracos de até (ha)</translation>
        </message>
        <message>
            <source>Fill the form with the task, the images and all options of this run</source>
            <translation>Preenche o formulário com a tarefa, as imagens e todas as opções desta execução</translation>
        </message>
        <message>
            <source>Fixed threshold</source>
            <translation>Limiar fixo</translation>
        </message>
        <message>
            <source>Flood detected</source>
            <translation>Inundação detectada</translation>
        </message>
        <message>
            <source>Flood extent (water now, not usually)</source>
            <translation>Inundação (água não habitual)</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Pasta</translation>
        </message>
        <message>
            <source>Folder (.SAFE)…</source>
            <translation>Pasta (.SAFE)…</translation>
        </message>
        <message>
            <source>Folder of a Sentinel-1 product</source>
            <translation>Pasta de um produto Sentinel-1</translation>
        </message>
        <message>
            <source>Folder of packages</source>
            <translation>Pasta dos pacotes</translation>
        </message>
        <message>
            <source>Folder of radar images</source>
            <translation>Pasta de imagens de radar</translation>
        </message>
        <message>
            <source>Folder of results</source>
            <translation>Pasta dos resultados</translation>
        </message>
        <message>
            <source>Folder of the event</source>
            <translation>Pasta do evento</translation>
        </message>
        <message>
            <source>Folder of the results (FOLDER/NAME/NAME_class.tif and so on) and of the table summary.csv.</source>
            <translation>Pasta dos resultados (PASTA/NOME/NOME_class.tif etc.) e da tabela summary.csv.</translation>
        </message>
        <message>
            <source>Footprint as well</source>
            <translation>Também a área coberta</translation>
        </message>
        <message>
            <source>For example EMSR728; empty: the map's own name</source>
            <translation>Por exemplo EMSR728; vazio: o nome do mapa</translation>
        </message>
        <message>
            <source>For the fields prob_mean and prob_max; empty: the one of the same run, where it lies beside the map.</source>
            <translation>Para os campos prob_mean e prob_max; vazio: a da mesma execução, se estiver ao lado do mapa.</translation>
        </message>
        <message>
            <source>Found by itself</source>
            <translation>Encontrado automaticamente</translation>
        </message>
        <message>
            <source>From a card…</source>
            <translation>De uma ficha…</translation>
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
            <translation>GeoPackage (.gpkg), GeoJSON (.geojson, em graus) ou Shapefile (.shp). Um arquivo com este nome é substituído.</translation>
        </message>
        <message>
            <source>Graphics card</source>
            <translation>Placa gráfica</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>Grade</translation>
        </message>
        <message>
            <source>Hectares detected</source>
            <translation>Hectares detectados</translation>
        </message>
        <message>
            <source>Hectares in polygons</source>
            <translation>Hectares em polígonos</translation>
        </message>
        <message>
            <source>Hectares in smaller pieces</source>
            <translation>Hectares em pedaços menores</translation>
        </message>
        <message>
            <source>Hectares in zones</source>
            <translation>Hectares por zona</translation>
        </message>
        <message>
            <source>Hectares in {name}</source>
            <translation>Hectares em {name}</translation>
        </message>
        <message>
            <source>Hectares masked</source>
            <translation>Hectares mascarados</translation>
        </message>
        <message>
            <source>Hectares not observed</source>
            <translation>Hectares não observados</translation>
        </message>
        <message>
            <source>Hectares observed</source>
            <translation>Hectares observados</translation>
        </message>
        <message>
            <source>Hectares of decrease</source>
            <translation>Hectares de diminuição</translation>
        </message>
        <message>
            <source>Hectares of increase</source>
            <translation>Hectares de aumento</translation>
        </message>
        <message>
            <source>Hectares of possible water</source>
            <translation>Hectares de possível água</translation>
        </message>
        <message>
            <source>Hectares of reference water</source>
            <translation>Hectares de água de referência</translation>
        </message>
        <message>
            <source>Hectares outside the image</source>
            <translation>Hectares fora da imagem</translation>
        </message>
        <message>
            <source>Hectares with a depth</source>
            <translation>Hectares com profundidade</translation>
        </message>
        <message>
            <source>Hectares without a depth</source>
            <translation>Hectares sem profundidade</translation>
        </message>
        <message>
            <source>Heights (DEM)</source>
            <translation>Altitudes (MDE)</translation>
        </message>
        <message>
            <source>Heights (DEM) for products</source>
            <translation>Altitudes (MDE) para produtos</translation>
        </message>
        <message>
            <source>Heights count from</source>
            <translation>Referência das altitudes</translation>
        </message>
        <message>
            <source>Heights in metres for Sentinel-1 products: hills come to their place, layover and shadow are not mapped (class 251). For products as they were downloaded only; other images are in their place already.</source>
            <translation>Altitudes em metros para produtos Sentinel-1: o relevo vai para o seu lugar, e layover e sombra não são mapeados (classe 251). Só para produtos como foram baixados; outras imagens já estão no lugar.</translation>
        </message>
        <message>
            <source>Heights of the ground (DEM)</source>
            <translation>Altitudes do terreno (MDE)</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ajuda</translation>
        </message>
        <message>
            <source>History of runs</source>
            <translation>Histórico de execuções</translation>
        </message>
        <message>
            <source>How deep the water is…</source>
            <translation>Que profundidade tem a água…</translation>
        </message>
        <message>
            <source>How far outlines may be moved on the ground; 0: not at all. The field area_ha stays the area of the pixels.</source>
            <translation>Quanto os contornos podem ser movidos no terreno; 0: nada. O campo area_ha continua sendo a área dos pixels.</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Imagem</translation>
        </message>
        <message>
            <source>Image before</source>
            <translation>Imagem anterior</translation>
        </message>
        <message>
            <source>Image before the flood</source>
            <translation>Imagem anterior à inundação</translation>
        </message>
        <message>
            <source>Image before:</source>
            <translation>Imagem anterior:</translation>
        </message>
        <message>
            <source>Image during the flood</source>
            <translation>Imagem durante a inundação</translation>
        </message>
        <message>
            <source>Image of the sea</source>
            <translation>Imagem do mar</translation>
        </message>
        <message>
            <source>In metres, in any coordinate reference system; best without trees and houses, and no coarser than 30 m.</source>
            <translation>Em metros, em qualquer sistema de referência de coordenadas; melhor sem árvores nem casas, e não mais grosseiro que 30 m.</translation>
        </message>
        <message>
            <source>In metres, on any grid: hills come to their place, and layover and shadow are found.</source>
            <translation>Em metros, em qualquer grade: o relevo vai para o seu lugar, e layover e sombra são encontrados.</translation>
        </message>
        <message>
            <source>In metres, with styles, a table (.csv) of bodies and zones, and a record beside it. A file of this name is replaced.</source>
            <translation>Em metros, com estilos, uma tabela (.csv) de corpos d'água e zonas, e um registro ao lado. Um arquivo com este nome é substituído.</translation>
        </message>
        <message>
            <source>Install Tidemark again.</source>
            <translation>Instale o Tidemark de novo.</translation>
        </message>
        <message>
            <source>Install the engine again: Tidemark panel, 'Engine'.</source>
            <translation>Instale o motor de novo: painel do Tidemark, 'Motor'.</translation>
        </message>
        <message>
            <source>Installation stopped.</source>
            <translation>Instalação interrompida.</translation>
        </message>
        <message>
            <source>Installed: {names}.</source>
            <translation>Instalados: {names}.</translation>
        </message>
        <message>
            <source>Installing into {folder}</source>
            <translation>Instalando em {folder}</translation>
        </message>
        <message>
            <source>Install…</source>
            <translation>Instalar…</translation>
        </message>
        <message>
            <source>Instead of a folder: layers with VV and VH, each a raster file of this machine.</source>
            <translation>Em vez de uma pasta: camadas com VV e VH, cada uma um arquivo raster deste computador.</translation>
        </message>
        <message>
            <source>Is drawn below the map, for example the radar image or a base map; empty: white paper.</source>
            <translation>É desenhado sob o mapa, por exemplo a imagem de radar ou um mapa base; vazio: papel branco.</translation>
        </message>
        <message>
            <source>Its card (NAME.json) with its network (.onnx) beside it; the folder models of Tidemark has examples</source>
            <translation>Sua ficha (NOME.json) com sua rede (.onnx) ao lado; a pasta models do Tidemark tem exemplos</translation>
        </message>
        <message>
            <source>Its card has no figures: nobody has told how good it is.</source>
            <translation>Sua ficha não tem números: ninguém disse quão bom ele é.</translation>
        </message>
        <message>
            <source>Its files stay where they are</source>
            <translation>Seus arquivos ficam onde estão</translation>
        </message>
        <message>
            <source>Its pixel values are not clear: choose 'Pixel values' below, for both images.</source>
            <translation>Seus valores de pixel não estão claros: escolha abaixo 'Valores dos pixels', para ambas as imagens.</translation>
        </message>
        <message>
            <source>Its value from which water is usual; empty: 75 per cent, 8 months or 1.</source>
            <translation>Seu valor a partir do qual a água é habitual; vazio: 75 por cento, 8 meses ou 1.</translation>
        </message>
        <message>
            <source>Keep the result in</source>
            <translation>Guardar o resultado em</translation>
        </message>
        <message>
            <source>Kept in {folder}</source>
            <translation>Guardado em {folder}</translation>
        </message>
        <message>
            <source>Kittler-Illingworth thresholds on tiles</source>
            <translation>Limiares de Kittler-Illingworth por blocos</translation>
        </message>
        <message>
            <source>Land</source>
            <translation>Terra</translation>
        </message>
        <message>
            <source>Largest depth in metres</source>
            <translation>Profundidade máxima em metros</translation>
        </message>
        <message>
            <source>Layers of buildings, roads, places or land use are needed, or a population raster.</source>
            <translation>São necessárias camadas de edificações, estradas, lugares ou uso da terra, ou um raster de população.</translation>
        </message>
        <message>
            <source>Layers with their shares</source>
            <translation>Camadas com suas partes</translation>
        </message>
        <message>
            <source>Layover and radar shadow, with a DEM</source>
            <translation>Layover e sombra de radar, com um MDE</translation>
        </message>
        <message>
            <source>Layover and radar shadow; what is not 0 is not mapped (class 251). The radar could not see there.</source>
            <translation>Layover e sombra de radar; o que não é 0 não é mapeado (classe 251). O radar não podia ver ali.</translation>
        </message>
        <message>
            <source>Least area in hectares</source>
            <translation>Área mínima em hectares</translation>
        </message>
        <message>
            <source>Leave out: height above the nearest drainage</source>
            <translation>Excluir: altura acima da drenagem mais próxima</translation>
        </message>
        <message>
            <source>Leave out: layover and radar shadow</source>
            <translation>Excluir: layover e sombra de radar</translation>
        </message>
        <message>
            <source>Leave out: polygons</source>
            <translation>Excluir: polígonos</translation>
        </message>
        <message>
            <source>Leave out: slope</source>
            <translation>Excluir: declividade</translation>
        </message>
        <message>
            <source>Leave possible water among plants or buildings out of the map. It has a class of its own (5), is counted apart, and is never reference water.</source>
            <translation>Deixar fora do mapa a possível água entre vegetação ou edificações. Ela tem classe própria (5), é contada à parte e nunca é água de referência.</translation>
        </message>
        <message>
            <source>Leave the thermal noise in</source>
            <translation>Deixar o ruído térmico</translation>
        </message>
        <message>
            <source>Left out:</source>
            <translation>Excluído:</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Legenda</translation>
        </message>
        <message>
            <source>Let it end in {endings}.</source>
            <translation>Faça-o terminar em {endings}.</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>Limitações</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>Localização</translation>
        </message>
        <message>
            <source>Location (simulated)</source>
            <translation>Localização (simulada)</translation>
        </message>
        <message>
            <source>Log-ratio, Kittler-Illingworth threshold</source>
            <translation>Log-razão, limiar de Kittler-Illingworth</translation>
        </message>
        <message>
            <source>Log-ratio, Otsu threshold</source>
            <translation>Log-razão, limiar de Otsu</translation>
        </message>
        <message>
            <source>Log-ratio, from 3 dB either way</source>
            <translation>Log-razão, a partir de 3 dB nos dois sentidos</translation>
        </message>
        <message>
            <source>Looking for the engine…</source>
            <translation>Procurando o motor…</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Feito</translation>
        </message>
        <message>
            <source>Make it again, or put its files back where they were.</source>
            <translation>Faça-o de novo ou devolva os arquivos ao lugar onde estavam.</translation>
        </message>
        <message>
            <source>Make polygons</source>
            <translation>Criar polígonos</translation>
        </message>
        <message>
            <source>Makes polygons of what was detected. Each has its geodesic area in hectares, right in any coordinate reference system, its mean and highest probability, and says which image, model and threshold it comes from.

The file is read in strips, so a whole scene needs little memory.</source>
            <translation>Cria polígonos do que foi detectado. Cada um tem sua área geodésica em hectares, correta em qualquer sistema de referência de coordenadas, sua probabilidade média e máxima, e diz de que imagem, modelo e limiar vem.

O arquivo é lido em faixas, assim uma cena inteira precisa de pouca memória.</translation>
        </message>
        <message>
            <source>Makes the map of an earlier run anew with another threshold, from its stored probability, in seconds and without the network. A lower threshold finds more and invents more.

The run record (NAME_run.json) and the class raster should lie beside the probability (NAME_probability.tif), as the run wrote them: they tell what the map shows and what was left out. The new map gets a record of its own, which says where it comes from.</source>
            <translation>Refaz o mapa de uma execução anterior com outro limiar, a partir de sua probabilidade gravada, em segundos e sem a rede. Um limiar mais baixo encontra mais e inventa mais.

O registro (NAME_run.json) e o raster de classes devem estar ao lado da probabilidade (NAME_probability.tif), como a execução os gravou: dizem o que o mapa mostra e o que foi excluído. O novo mapa recebe seu próprio registro, que diz de onde vem.</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Mapa</translation>
        </message>
        <message>
            <source>Map many scenes</source>
            <translation>Mapear muitas cenas</translation>
        </message>
        <message>
            <source>Map on one page (PDF)</source>
            <translation>Mapa em uma página (PDF)</translation>
        </message>
        <message>
            <source>Map water, floods, change and possible oil from radar images</source>
            <translation>Mapear água, inundações, mudança e possível óleo em imagens de radar</translation>
        </message>
        <message>
            <source>Map {name}</source>
            <translation>Mapa {name}</translation>
        </message>
        <message>
            <source>Maps dark features at sea in one band of a radar image (VV is best): possible oil / dark feature (class 1). Polygons with area, length, contrast to the sea around, distance to land and confidence are written beside the map (NAME_features.gpkg) where the image has a georeference.

Give the land, as polygons or as a raster: dark land, lakes and radar shadow at the coast pass for features otherwise. Give the wind where you know it: in calm air much of the sea is dark, and in strong wind oil is not seen.

A dark feature is never proof of oil. Look-alikes are common: low wind, natural films, algae, rain, upwelling, ice, ship wakes. Real look-alikes were not part of any test. An analyst, a ship or an aircraft has to check. Slicks are seen in winds of about 2 to 12 m/s only; none seen is not none there. Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere.</source>
            <translation>Mapeia feições escuras no mar em uma banda de uma imagem de radar (VV é a melhor): possível óleo / feição escura (classe 1). Polígonos com área, comprimento, contraste com o mar ao redor, distância à terra e confiança são gravados ao lado do mapa (NAME_features.gpkg), se a imagem tem georreferência.

Informe a terra, como polígonos ou como raster: do contrário, terra escura, lagos e sombra de radar da costa passam por feições. Informe o vento, se o conhece: com calmaria grande parte do mar é escura, e com vento forte o óleo não se vê.

Uma feição escura nunca é prova de óleo. Falsos alvos são comuns: vento fraco, filmes naturais, algas, chuva, ressurgência, gelo, esteiras. Nenhum teste incluiu falsos alvos reais. Um analista, um navio ou um avião deve verificar. Manchas são vistas com ventos de cerca de 2 a 12 m/s; não ver nenhuma não significa que não haja. Preliminar, não validado em campo. Tudo é calculado neste computador, em um processo próprio. Nada é enviado a lugar algum.</translation>
        </message>
        <message>
            <source>Maps every image of a folder, or every layer of a list, one after the other, each with its own result, and keeps a summary table. A scene that fails does not stop the others.

What is done already is skipped and what failed is tried again: the same run goes on after an interruption.</source>
            <translation>Mapeia cada imagem de uma pasta, ou cada camada de uma lista, uma após a outra, cada uma com seu próprio resultado, e mantém uma tabela de resumo. Uma cena que falha não interrompe as outras.

O que já está feito é pulado e o que falhou é tentado de novo: a mesma execução continua após uma interrupção.</translation>
        </message>
        <message>
            <source>Maps flood: what is water in the radar image now and was not in an image before, or is not in a raster of reference water (class 1). Water of both is reference water (class 2).

With neither of them, the map shows water on one date, and is called water extent, not flood.

The image before may lie on another grid; best is the same season and the same satellite track. Steep ground, heights above the drainage, layover and polygons of your own can be left out.

A cloud-free optical image of the date to map, better one of each date, may stand beside the two radar images; under clouds and outside them the radar decides alone, and the messages say for how much of the area they were used.

Open, calm water is what to act on. Water among plants or buildings is at best possible water (class 5), which also holds ground; under trees and in streets it is missed, as is water roughened by wind. Not observed is not dry. Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere.</source>
            <translation>Mapeia inundação: o que é água agora na imagem de radar e não era em uma imagem anterior, ou não é em um raster de água de referência (classe 1). A água de ambos é água de referência (classe 2).

Sem nenhum dos dois, o mapa mostra a água de uma data, e se chama extensão da água, não inundação.

A imagem anterior pode estar em outra grade; o melhor é a mesma época do ano e a mesma órbita relativa. Podem ser excluídos terreno íngreme, alturas acima da drenagem, layover e polígonos próprios.

Uma imagem óptica sem nuvens da data a mapear, melhor uma de cada data, pode acompanhar as duas imagens de radar; sob nuvens e fora delas o radar decide sozinho, e as mensagens dizem em que parte da área foram usadas.

A água aberta e calma é aquela com que se pode contar. A água entre vegetação ou edificações é no máximo possível água (classe 5), que também contém solo; sob árvores e em ruas ela escapa, assim como a água agitada pelo vento. Não observado não é seco. Preliminar, não validado em campo. Tudo é calculado neste computador, em um processo próprio. Nada é enviado a lugar algum.</translation>
        </message>
        <message>
            <source>Maps made on this computer whose files are still there, newest first</source>
            <translation>Mapas feitos neste computador cujos arquivos ainda existem, os mais novos primeiro</translation>
        </message>
        <message>
            <source>Maps open water in one Sentinel-1 image (VV and VH) with a small network, on this machine and in a process of its own. Nothing is sent anywhere.

The map lies on the image's own grid: 0 not detected, 1 detected, 5 possible water, 250 to 252 left out, 255 not observed. The probability (0 to 100, 255 not observed), a run record and styles are written beside it under the same name.

Open, calm water is what to act on. Water among plants or buildings is at best possible water, a class of its own that also holds ground; under trees and in streets it is missed, as is water roughened by wind. Bare fields, dry sand, airfields and radar shadow may be taken for water. Preliminary, not validated in the field.</source>
            <translation>Mapeia água aberta em uma imagem Sentinel-1 (VV e VH) com uma rede pequena, neste computador e em um processo próprio. Nada é enviado a lugar algum.

O mapa fica na grade da própria imagem: 0 não detectado, 1 detectado, 5 possível água, 250 a 252 excluído, 255 não observado. A probabilidade (0 a 100, 255 não observado), um registro da execução e estilos são gravados ao lado com o mesmo nome.

A água aberta e calma é aquela com que se pode contar. A água entre vegetação ou edificações é no máximo possível água, uma classe própria que também contém solo; sob árvores e em ruas ela escapa, assim como a água agitada pelo vento. Campos nus, areia seca, aeródromos e sombra de radar podem ser tomados por água. Preliminar, não validado em campo.</translation>
        </message>
        <message>
            <source>Maps where the backscatter of two radar images of one place differs: it became darker (decrease, class 3) or brighter (increase, class 4). Where the images are calibrated, the change in dB is written as well (NAME_change_db.tif); for 8-bit pictures, whose brightness is matched first, darker and brighter are relative.

One band or two (VV, VH), the same ones and the same kind of values on both dates; the image before may lie on another grid. Best is the same satellite track and the same season: another viewing direction changes everything.

Change of backscatter is not proof of anything: it may be a flood, a building site or a harvest. Wind on water, rain, snow, crops and the moisture of the soil change it too. The map does not know which; look at other images before you act. Not observed is not unchanged. Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere.</source>
            <translation>Mapeia onde o retroespalhamento de duas imagens de radar de um lugar difere: ficou mais escuro (diminuição, classe 3) ou mais claro (aumento, classe 4). Se as imagens são calibradas, a mudança em dB também é gravada (NAME_change_db.tif); em imagens de 8 bits, cujo brilho é igualado antes, mais escuro e mais claro são relativos.

Uma banda ou duas (VV, VH), as mesmas e com o mesmo tipo de valores nas duas datas; a imagem anterior pode estar em outra grade. O melhor é a mesma órbita relativa e a mesma época do ano: outra geometria de visada muda tudo.

Uma mudança de retroespalhamento não prova nada: pode ser uma inundação, uma obra ou uma colheita. Vento sobre a água, chuva, neve, culturas e umidade do solo também o mudam. O mapa não sabe qual; veja outras imagens antes de agir. Não observado não é sem mudança. Preliminar, não validado em campo. Tudo é calculado neste computador, em um processo próprio. Nada é enviado a lugar algum.</translation>
        </message>
        <message>
            <source>Mean depth in metres</source>
            <translation>Profundidade média em metros</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Medido</translation>
        </message>
        <message>
            <source>Measured again by:</source>
            <translation>Mede-se de novo com:</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Método</translation>
        </message>
        <message>
            <source>Method: network '{model}'</source>
            <translation>Método: rede '{model}'</translation>
        </message>
        <message>
            <source>Method: unknown</source>
            <translation>Método: desconhecido</translation>
        </message>
        <message>
            <source>Method: {name} (a classical threshold)</source>
            <translation>Método: {name} (um limiar clássico)</translation>
        </message>
        <message>
            <source>Metres above the nearest drainage; over 15 is not mapped (class 250). No flood is expected there, and dark ground is not taken for one.</source>
            <translation>Metros acima da drenagem mais próxima; acima de 15 não é mapeado (classe 250). Ali não se espera inundação, e terreno escuro não é tomado por ela.</translation>
        </message>
        <message>
            <source>Minimum area in hectares</source>
            <translation>Área mínima em hectares</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Model card</source>
            <translation>Ficha do modelo</translation>
        </message>
        <message>
            <source>Model cards (*.json)</source>
            <translation>Fichas de modelo (*.json)</translation>
        </message>
        <message>
            <source>Move the map to the image, or map the whole image.</source>
            <translation>Mova o mapa até a imagem ou mapeie a imagem inteira.</translation>
        </message>
        <message>
            <source>Multiscale inference; empty: the model's. For example 0.5,0.75,1. More scales are slower and steadier.</source>
            <translation>Inferência multiescala; vazio: a do modelo. Por exemplo 0.5,0.75,1. Mais escalas são mais lentas e mais estáveis.</translation>
        </message>
        <message>
            <source>NAME_probability.tif of an earlier run, with NAME_run.json beside it.</source>
            <translation>NAME_probability.tif de uma execução anterior, com NAME_run.json ao lado.</translation>
        </message>
        <message>
            <source>NVIDIA graphics card (CUDA)</source>
            <translation>Placa gráfica NVIDIA (CUDA)</translation>
        </message>
        <message>
            <source>Names of the zones</source>
            <translation>Nomes das zonas</translation>
        </message>
        <message>
            <source>Neural network</source>
            <translation>Rede neural</translation>
        </message>
        <message>
            <source>Newer image</source>
            <translation>Imagem mais recente</translation>
        </message>
        <message>
            <source>No data at the edge, dark inside</source>
            <translation>Borda sem dados, escuro dentro</translation>
        </message>
        <message>
            <source>No data everywhere</source>
            <translation>Sem dados em toda parte</translation>
        </message>
        <message>
            <source>No extent has been drawn yet.</source>
            <translation>Nenhuma extensão foi desenhada ainda.</translation>
        </message>
        <message>
            <source>No radar image is chosen.</source>
            <translation>Nenhuma imagem de radar foi escolhida.</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Nenhum</translation>
        </message>
        <message>
            <source>None is installed</source>
            <translation>Nenhum está instalado</translation>
        </message>
        <message>
            <source>Not detected</source>
            <translation>Não detectado</translation>
        </message>
        <message>
            <source>Not mapped: excluded</source>
            <translation>Não mapeado: excluído</translation>
        </message>
        <message>
            <source>Not mapped: layover or shadow</source>
            <translation>Não mapeado: layover ou sombra</translation>
        </message>
        <message>
            <source>Not mapped: outside the task</source>
            <translation>Não mapeado: fora da tarefa</translation>
        </message>
        <message>
            <source>Not mapped: terrain</source>
            <translation>Não mapeado: relevo</translation>
        </message>
        <message>
            <source>Not observed</source>
            <translation>Não observado</translation>
        </message>
        <message>
            <source>Not observed (not dry)</source>
            <translation>Não observado (não significa seco)</translation>
        </message>
        <message>
            <source>Nothing is given that could be affected.</source>
            <translation>Nada foi indicado que possa ser afetado.</translation>
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
            <translation>OUTPUT '{name}' não tem uma extensão válida para polígonos.</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' has no ending that this can be written with.</source>
            <translation>OUTPUT '{name}' não tem uma extensão com a qual isto possa ser gravado.</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' is no GeoTIFF: let its name end in .tif.</source>
            <translation>OUTPUT '{name}' não é um GeoTIFF: faça seu nome terminar em .tif.</translation>
        </message>
        <message>
            <source>OUTPUT '{name}' is no PDF: let its name end in .pdf.</source>
            <translation>OUTPUT '{name}' não é um PDF: faça seu nome terminar em .pdf.</translation>
        </message>
        <message>
            <source>Of the image; empty: the UTM zone of its centre.</source>
            <translation>Da imagem; vazio: a zona UTM de seu centro.</translation>
        </message>
        <message>
            <source>On Debian and Ubuntu, pip comes with the package python3-pip.</source>
            <translation>No Debian e no Ubuntu, o pip vem com o pacote python3-pip.</translation>
        </message>
        <message>
            <source>One GeoPackage instead of a folder</source>
            <translation>Um GeoPackage em vez de uma pasta</translation>
        </message>
        <message>
            <source>One file, but without the PDF, and QGIS 3.22 shows its rasters in grey. The folder opens with its colours everywhere.</source>
            <translation>Um só arquivo, mas sem o PDF, e o QGIS 3.22 mostra seus rasters em cinza. A pasta abre com suas cores em toda parte.</translation>
        </message>
        <message>
            <source>One-page PDF</source>
            <translation>PDF de uma página</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Abrir registro</translation>
        </message>
        <message>
            <source>Open the Tidemark panel and click 'Install', or name a Python that has them (Settings, Options, Tidemark).</source>
            <translation>Abra o painel do Tidemark e clique em 'Instalar', ou indique um Python que os tenha (Configurações, Opções, Tidemark).</translation>
        </message>
        <message>
            <source>Open the Tidemark panel, click 'Engine…' and install the engine again.</source>
            <translation>Abra o painel do Tidemark, clique em 'Motor…' e instale o motor de novo.</translation>
        </message>
        <message>
            <source>Open water only</source>
            <translation>Só água aberta</translation>
        </message>
        <message>
            <source>Open, calm water only; flooded vegetation and built-up areas may be missed. Preliminary, not field validated.</source>
            <translation>Só água aberta e calma; vegetação inundada e áreas construídas podem escapar. Preliminar, não validado em campo.</translation>
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
            <translation>Imagem óptica</translation>
        </message>
        <message>
            <source>Optical image before the flood</source>
            <translation>Imagem óptica anterior à inundação</translation>
        </message>
        <message>
            <source>Optical images</source>
            <translation>Imagens ópticas</translation>
        </message>
        <message>
            <source>Optical images (in use)</source>
            <translation>Imagens ópticas (em uso)</translation>
        </message>
        <message>
            <source>Optical images:</source>
            <translation>Imagens ópticas:</translation>
        </message>
        <message>
            <source>Otherwise a scene is skipped whose result, of the same files and options, is there; a result of others is kept.</source>
            <translation>Do contrário, é pulada uma cena cujo resultado, dos mesmos arquivos e opções, já existe; um resultado de outros é mantido.</translation>
        </message>
        <message>
            <source>Otsu threshold</source>
            <translation>Limiar de Otsu</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>Arquivos PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Package for hand-over</source>
            <translation>Pacote de entrega</translation>
        </message>
        <message>
            <source>Package, where it is a GeoPackage</source>
            <translation>Pacote, quando é um GeoPackage</translation>
        </message>
        <message>
            <source>Package, where it is a folder</source>
            <translation>Pacote, quando é uma pasta</translation>
        </message>
        <message>
            <source>Packaged: {folder}</source>
            <translation>Empacotado: {folder}</translation>
        </message>
        <message>
            <source>Packaged: {path}</source>
            <translation>Empacotado: {path}</translation>
        </message>
        <message>
            <source>Packaging…</source>
            <translation>Empacotando…</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Página</translation>
        </message>
        <message>
            <source>Page written to {path}</source>
            <translation>Página gravada em {path}</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papel</translation>
        </message>
        <message>
            <source>Paper of pages</source>
            <translation>Papel das páginas</translation>
        </message>
        <message>
            <source>Pixel in metres</source>
            <translation>Pixel em metros</translation>
        </message>
        <message>
            <source>Pixel values</source>
            <translation>Valores dos pixels</translation>
        </message>
        <message>
            <source>Pixels of {low} to {high} m as they are; others are resampled</source>
            <translation>Pixels de {low} a {high} m como estão; outros são reamostrados</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lugar</translation>
        </message>
        <message>
            <source>Please report this: it is a fault of Tidemark.</source>
            <translation>Por favor, comunique: é um defeito do Tidemark.</translation>
        </message>
        <message>
            <source>Polygons</source>
            <translation>Polígonos</translation>
        </message>
        <message>
            <source>Polygons of 0.5 ha and more</source>
            <translation>Polígonos de 0,5 ha ou mais</translation>
        </message>
        <message>
            <source>Polygons of 0.5 ha and more with their hectares (.gpkg, .geojson or .shp); other sizes: 'Make polygons'.</source>
            <translation>Polígonos de 0,5 ha ou mais com seus hectares (.gpkg, .geojson ou .shp); outros tamanhos: 'Criar polígonos'.</translation>
        </message>
        <message>
            <source>Polygons of land, or a raster that is not 0 on land (254). Land is not mapped; a layer is taken with its edits.</source>
            <translation>Polígonos de terra, ou um raster que não é 0 em terra (254). A terra não é mapeada; uma camada é usada com suas edições.</translation>
        </message>
        <message>
            <source>Polygons that are not to be mapped (class 252). Reservoirs, rice fields, the sea. The layer as it is now, with its edits.</source>
            <translation>Polígonos que não devem ser mapeados (classe 252). Reservatórios, arrozais, o mar. A camada como está agora, com suas edições.</translation>
        </message>
        <message>
            <source>Polygons that are told apart in the table, such as districts.</source>
            <translation>Polígonos distinguidos na tabela, como municípios.</translation>
        </message>
        <message>
            <source>Population</source>
            <translation>População</translation>
        </message>
        <message>
            <source>Possible oil / dark feature</source>
            <translation>Possível óleo / feição escura</translation>
        </message>
        <message>
            <source>Possible oil / dark feature, high confidence</source>
            <translation>Possível óleo / feição escura, confiança alta</translation>
        </message>
        <message>
            <source>Possible oil / dark feature, low confidence</source>
            <translation>Possível óleo / feição escura, confiança baixa</translation>
        </message>
        <message>
            <source>Possible oil / dark feature, medium confidence</source>
            <translation>Possível óleo / feição escura, confiança média</translation>
        </message>
        <message>
            <source>Possible oil: polygons with confidence</source>
            <translation>Possível óleo: polígonos com confiança</translation>
        </message>
        <message>
            <source>Possible water among plants or buildings</source>
            <translation>Possível água (vegetação, edificações)</translation>
        </message>
        <message>
            <source>Prepare a Sentinel-1 product</source>
            <translation>Preparar um produto Sentinel-1</translation>
        </message>
        <message>
            <source>Preparing the product: calibrated and placed on a map grid</source>
            <translation>Preparando o produto: calibrado e colocado em uma grade cartográfica</translation>
        </message>
        <message>
            <source>Preparing: {done} of {total} blocks</source>
            <translation>Preparação: {done} de {total} blocos</translation>
        </message>
        <message>
            <source>Probability (%)</source>
            <translation>Probabilidade (%)</translation>
        </message>
        <message>
            <source>Probability from which a pixel is detected, 0.01 to 1 in steps of 0.01; empty: the model's.</source>
            <translation>Probabilidade a partir da qual um pixel é detectado, de 0.01 a 1 em passos de 0.01; vazio: a do modelo.</translation>
        </message>
        <message>
            <source>Probability raster</source>
            <translation>Raster de probabilidade</translation>
        </message>
        <message>
            <source>Probability, 0.01 to 1, from which a pixel counts as detected.</source>
            <translation>Probabilidade, de 0.01 a 1, a partir da qual um pixel conta como detectado.</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produto</translation>
        </message>
        <message>
            <source>Proposed where results, pages and packages are saved</source>
            <translation>Proposta para salvar resultados, páginas e pacotes</translation>
        </message>
        <message>
            <source>Puts a map into a folder of its own for its recipient: rasters, polygons that lie beside them (NAME_*.gpkg), the one-page PDF (NAME_map.pdf), styles, run record and a README in plain words, under names that say what they are: EVENT_AOI_PRODUCT_LAYER_vN.

Or into one GeoPackage, without the PDF. QGIS 3.22 shows its rasters in grey, for it takes no styles of rasters from a GeoPackage; newer ones show the colours.

Nothing is ever overwritten: the next package of the same event is the next version.</source>
            <translation>Põe um mapa em uma pasta própria para quem o recebe: rasters, polígonos que estão ao lado deles (NAME_*.gpkg), o PDF de uma página (NAME_map.pdf), estilos, registro da execução e um README em palavras simples, com nomes que dizem o que são: EVENT_AOI_PRODUCT_LAYER_vN.

Ou em um GeoPackage, sem o PDF. O QGIS 3.22 mostra seus rasters em cinza, pois não aceita estilos de rasters de um GeoPackage; versões mais novas mostram as cores.

Nada é sobrescrito: o próximo pacote do mesmo evento é a próxima versão.</translation>
        </message>
        <message>
            <source>Puts a map on one page for its recipient: what was detected, hectares, legend, scale, grid, place on Earth, images and their dates, and limits. The words come from the run record (NAME_run.json), which has to lie beside the class raster, as the run wrote it.</source>
            <translation>Põe um mapa em uma página para quem o recebe: o que foi detectado, hectares, legenda, escala, grade, lugar na Terra, imagens e suas datas, e limitações. As palavras vêm do registro da execução (NAME_run.json), que deve estar ao lado do raster de classes, como a execução o gravou.</translation>
        </message>
        <message>
            <source>Python of the engine</source>
            <translation>Python do motor</translation>
        </message>
        <message>
            <source>Python {python}, onnxruntime {onnxruntime} ({providers})</source>
            <translation>Python {python}, onnxruntime {onnxruntime} ({providers})</translation>
        </message>
        <message>
            <source>QGIS cannot open {files}.</source>
            <translation>O QGIS não consegue abrir {files}.</translation>
        </message>
        <message>
            <source>QGIS's own Python was not found. Copy the command and run it in a terminal.</source>
            <translation>O Python do QGIS não foi encontrado. Copie o comando e execute-o em um terminal.</translation>
        </message>
        <message>
            <source>README of the package</source>
            <translation>README do pacote</translation>
        </message>
        <message>
            <source>Radar image</source>
            <translation>Imagem de radar</translation>
        </message>
        <message>
            <source>Radar image before</source>
            <translation>Imagem de radar anterior</translation>
        </message>
        <message>
            <source>Radar image before the flood</source>
            <translation>Imagem de radar anterior à inundação</translation>
        </message>
        <message>
            <source>Radar image of {time} UTC</source>
            <translation>Imagem de radar de {time} UTC</translation>
        </message>
        <message>
            <source>Radar image:</source>
            <translation>Imagem de radar:</translation>
        </message>
        <message>
            <source>Reading the image…</source>
            <translation>Lendo a imagem…</translation>
        </message>
        <message>
            <source>Reads a Sentinel-1 GRD product as it was downloaded, removes thermal and border noise, calibrates, and places it on a map grid, as the detecting algorithms need it.

With a DEM, hills come to their place, and layover and radar shadow are written beside the image, for LAYOVER of the detecting algorithms. Without one, the ground lies where the product's own grid has it.</source>
            <translation>Lê um produto Sentinel-1 GRD como foi baixado, remove o ruído térmico e de borda, calibra e o coloca em uma grade cartográfica, como os algoritmos de detecção precisam.

Com um MDE, o relevo vai para o seu lugar, e layover e sombra de radar são gravados ao lado da imagem, para LAYOVER dos algoritmos de detecção. Sem ele, o terreno fica onde a grade do próprio produto o tem.</translation>
        </message>
        <message>
            <source>Record of the estimate</source>
            <translation>Registro da estimativa</translation>
        </message>
        <message>
            <source>Reference system</source>
            <translation>Sistema de referência</translation>
        </message>
        <message>
            <source>Reference water</source>
            <translation>Água de referência</translation>
        </message>
        <message>
            <source>Reference water from</source>
            <translation>Água de referência a partir de</translation>
        </message>
        <message>
            <source>Reference water:</source>
            <translation>Água de referência:</translation>
        </message>
        <message>
            <source>Reference water: occurrence in per cent, months of water, or 0 and 1. A raster of where water usually is, such as JRC Global Surface Water, on any grid.</source>
            <translation>Água de referência: ocorrência em por cento, meses com água, ou 0 e 1. Um raster de onde costuma haver água, como JRC Global Surface Water, em qualquer grade.</translation>
        </message>
        <message>
            <source>Repair the layer's source, or choose another layer.</source>
            <translation>Repare a fonte da camada ou escolha outra camada.</translation>
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
            <translation>Registro da execução</translation>
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
            <translation>Imagem SIMULADA: este mapa não mostra nenhum lugar real</translation>
        </message>
        <message>
            <source>Sample (simulated)</source>
            <translation>Amostra (simulada)</translation>
        </message>
        <message>
            <source>Sample, before (simulated)</source>
            <translation>Amostra, antes (simulada)</translation>
        </message>
        <message>
            <source>Save it as a GeoPackage (right-click the layer, Export) and choose the new layer.</source>
            <translation>Salve-a como GeoPackage (clique direito na camada, Exportar) e escolha a nova camada.</translation>
        </message>
        <message>
            <source>Save it as a GeoTIFF (right-click the layer, Export, Save As…) and choose the new layer.</source>
            <translation>Salve-a como GeoTIFF (clique direito na camada, Exportar, Salvar como…) e escolha a nova camada.</translation>
        </message>
        <message>
            <source>Save the layer with them (right-click it, Export, Save As…), or take them off (its properties, Transparency).</source>
            <translation>Salve a camada com eles (clique direito, Exportar, Salvar como…) ou retire-os (suas propriedades, Transparência).</translation>
        </message>
        <message>
            <source>Saved as {path}</source>
            <translation>Salvo como {path}</translation>
        </message>
        <message>
            <source>Say which band is which with --optical-bands, e.g. swir=1,nir=2,visible=3 (in QGIS: 'Optical bands').</source>
            <translation>Diga qual banda é qual em 'Bandas ópticas', p. ex. swir=1,nir=2,visible=3.</translation>
        </message>
        <message>
            <source>Scale 1 : {denominator}, on {paper}</source>
            <translation>Escala 1 : {denominator}, em {paper}</translation>
        </message>
        <message>
            <source>Scales of multiscale inference</source>
            <translation>Escalas da inferência multiescala</translation>
        </message>
        <message>
            <source>Scenes: {status}</source>
            <translation>Cenas: {status}</translation>
        </message>
        <message>
            <source>Sentinel-1</source>
            <translation>Sentinel-1</translation>
        </message>
        <message>
            <source>Sentinel-1 product</source>
            <translation>Produto Sentinel-1</translation>
        </message>
        <message>
            <source>Show in grey</source>
            <translation>Mostrar em cinza</translation>
        </message>
        <message>
            <source>Show the log, which holds all that Tidemark has told</source>
            <translation>Mostra o registro, que tem tudo o que o Tidemark disse</translation>
        </message>
        <message>
            <source>Simplify by metres</source>
            <translation>Simplificar (metros)</translation>
        </message>
        <message>
            <source>Simulating a sample: {done} of {total} images</source>
            <translation>Simulando uma amostra: {done} de {total} imagens</translation>
        </message>
        <message>
            <source>Slope in degrees; over 15 is not mapped (class 250). Water does not stay there.</source>
            <translation>Declividade em graus; acima de 15 não é mapeado (classe 250). A água não fica ali.</translation>
        </message>
        <message>
            <source>Smaller features are left out; empty: 10 ha, 0.1 km². They are left out of map and polygons; the probability raster shows them.</source>
            <translation>Feições menores são deixadas de fora; vazio: 10 ha, 0,1 km². Ficam fora do mapa e dos polígonos; o raster de probabilidade as mostra.</translation>
        </message>
        <message>
            <source>Smaller holes of not detected pixels are filled; 0: none.</source>
            <translation>Buracos menores de pixels não detectados são preenchidos; 0: nenhum.</translation>
        </message>
        <message>
            <source>Smaller polygons are left out: the minimum mapping unit.</source>
            <translation>Polígonos menores são deixados de fora: a unidade mínima de mapeamento.</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Fontes</translation>
        </message>
        <message>
            <source>Stands among the limits of every one-page PDF</source>
            <translation>Consta entre as limitações de cada PDF de uma página</translation>
        </message>
        <message>
            <source>Stands among the limits; empty: as in Settings, Options, Tidemark.</source>
            <translation>Consta entre as limitações; vazio: como em Configurações, Opções, Tidemark.</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Iniciando…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Parar</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Resumo</translation>
        </message>
        <message>
            <source>Summary table</source>
            <translation>Tabela de resumo</translation>
        </message>
        <message>
            <source>Swap them</source>
            <translation>Trocá-las</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabela</translation>
        </message>
        <message>
            <source>Take this model off the list</source>
            <translation>Tirar este modelo da lista</translation>
        </message>
        <message>
            <source>Take this product off the list</source>
            <translation>Tirar este produto da lista</translation>
        </message>
        <message>
            <source>Taken from another track ({before}, the image {after}): hills and towns look different and may pass for change.</source>
            <translation>Tomada de outra órbita relativa ({before}, a imagem {after}): morros e cidades parecem diferentes e podem passar por mudança.</translation>
        </message>
        <message>
            <source>Taken on another pass ({before}, the image {after}): hills and towns look different and pass for change.</source>
            <translation>Tomada em outra passagem ({before}, a imagem {after}): morros e cidades parecem diferentes e passam por mudança.</translation>
        </message>
        <message>
            <source>Temporary folder</source>
            <translation>Pasta temporária</translation>
        </message>
        <message>
            <source>The .zip as it was downloaded, or manifest.safe in the product's folder.</source>
            <translation>O .zip como foi baixado, ou manifest.safe na pasta do produto.</translation>
        </message>
        <message>
            <source>The PDF. A file of this name is replaced.</source>
            <translation>O PDF. Um arquivo com este nome é substituído.</translation>
        </message>
        <message>
            <source>The VH band of the same acquisition on the same grid; INPUT is then VV.</source>
            <translation>A banda VH da mesma aquisição na mesma grade; INPUT é então VV.</translation>
        </message>
        <message>
            <source>The chosen model compares two dates: choose the older image.</source>
            <translation>O modelo escolhido compara duas datas: escolha a imagem mais antiga.</translation>
        </message>
        <message>
            <source>The class raster of a run is needed, with its style (.qml) beside it.</source>
            <translation>É necessário o raster de classes de uma execução, com seu estilo (.qml) ao lado.</translation>
        </message>
        <message>
            <source>The disk has {free} free, and the engine takes {needed}: make room, then click again.</source>
            <translation>O disco tem {free} livres, e o motor ocupa {needed}: libere espaço e clique de novo.</translation>
        </message>
        <message>
            <source>The earlier engine is in use ({reason}). Restart QGIS and install again.</source>
            <translation>O motor anterior está em uso ({reason}). Reinicie o QGIS e instale de novo.</translation>
        </message>
        <message>
            <source>The engine can map, but its environment lacks {packages}, which polygons and zones need.</source>
            <translation>O motor pode mapear, mas falta ao seu ambiente {packages}, necessário para polígonos e zonas.</translation>
        </message>
        <message>
            <source>The engine ended without a result, and nothing was written (exit status {status}): {reason}.</source>
            <translation>O motor terminou sem resultado, e nada foi gravado (código de saída {status}): {reason}.</translation>
        </message>
        <message>
            <source>The engine is installed.</source>
            <translation>O motor está instalado.</translation>
        </message>
        <message>
            <source>The engine is not installed.</source>
            <translation>O motor não está instalado.</translation>
        </message>
        <message>
            <source>The engine is ready.</source>
            <translation>O motor está pronto.</translation>
        </message>
        <message>
            <source>The engine is ready: {description}.</source>
            <translation>O motor está pronto: {description}.</translation>
        </message>
        <message>
            <source>The engine runs on {description}, {python}.</source>
            <translation>O motor roda com {description}, {python}.</translation>
        </message>
        <message>
            <source>The engine was stopped by the system in its work, and nothing was written; most often the memory ran out.</source>
            <translation>O sistema parou o motor no meio do trabalho, e nada foi gravado; na maioria das vezes a memória acabou.</translation>
        </message>
        <message>
            <source>The engine's Python could not be started: {python} ({reason}).</source>
            <translation>O Python do motor não pôde ser iniciado: {python} ({reason}).</translation>
        </message>
        <message>
            <source>The engine's Python packages are not installed yet.</source>
            <translation>Os pacotes Python do motor ainda não estão instalados.</translation>
        </message>
        <message>
            <source>The extent cannot be brought into longitude and latitude: {reason}.</source>
            <translation>A extensão não pode ser levada a longitude e latitude: {reason}.</translation>
        </message>
        <message>
            <source>The extent cannot be brought into the image's coordinates: {reason}.</source>
            <translation>A extensão não pode ser levada às coordenadas da imagem: {reason}.</translation>
        </message>
        <message>
            <source>The extent does not touch the image '{name}'.</source>
            <translation>A extensão não toca a imagem '{name}'.</translation>
        </message>
        <message>
            <source>The field with their names; empty: the first one with text.</source>
            <translation>O campo com seus nomes; vazio: o primeiro com texto.</translation>
        </message>
        <message>
            <source>The file may be damaged or not copied to its end: get it again.</source>
            <translation>O arquivo pode estar danificado ou não ter sido copiado até o fim: obtenha-o de novo.</translation>
        </message>
        <message>
            <source>The file of the layer '{name}' is not there any more: {path}.</source>
            <translation>O arquivo da camada '{name}' não existe mais: {path}.</translation>
        </message>
        <message>
            <source>The files are temporary and go when QGIS closes: 'Keep this result…' saves them.</source>
            <translation>Os arquivos são temporários e somem quando o QGIS fecha: 'Guardar resultado…' os salva.</translation>
        </message>
        <message>
            <source>The folder {folder} has no package files (.whl) for this Python and system of: {packages}. Fill it on a computer with internet:</source>
            <translation>A pasta {folder} não tem pacotes (.whl) para este Python e sistema de: {packages}. Encha-a em um computador com internet:</translation>
        </message>
        <message>
            <source>The image and the image before are the same file: {path}.</source>
            <translation>A imagem e a imagem anterior são o mesmo arquivo: {path}.</translation>
        </message>
        <message>
            <source>The installation failed: the log says why. For a computer without internet see below.</source>
            <translation>A instalação falhou: o registro diz por quê. Para um computador sem internet, veja abaixo.</translation>
        </message>
        <message>
            <source>The installation from the folder failed: the log says why. A package that another one needs may be missing.</source>
            <translation>A instalação a partir da pasta falhou: o registro diz por quê. Pode faltar um pacote de que outro precisa.</translation>
        </message>
        <message>
            <source>The layer '{name}' comes from the provider '{provider}'.</source>
            <translation>A camada '{name}' vem do provedor '{provider}'.</translation>
        </message>
        <message>
            <source>The layer '{name}' could not be copied for the engine: {reason}.</source>
            <translation>A camada '{name}' não pôde ser copiada para o motor: {reason}.</translation>
        </message>
        <message>
            <source>The layer '{name}' has several no data values in QGIS, or a range of them.</source>
            <translation>A camada '{name}' tem no QGIS vários valores sem dados, ou um intervalo deles.</translation>
        </message>
        <message>
            <source>The layer '{name}' is not a file of this machine: {source}.</source>
            <translation>A camada '{name}' não é um arquivo deste computador: {source}.</translation>
        </message>
        <message>
            <source>The layer '{name}' is one of several in its file: {source}.</source>
            <translation>A camada '{name}' é uma de várias no seu arquivo: {source}.</translation>
        </message>
        <message>
            <source>The layers with the share of each feature in every class (.gpkg), or the table (.csv).</source>
            <translation>As camadas com a parte de cada feição em cada classe (.gpkg), ou a tabela (.csv).</translation>
        </message>
        <message>
            <source>The map is not there any more: {path}.</source>
            <translation>O mapa não existe mais: {path}.</translation>
        </message>
        <message>
            <source>The map of a run, with its style (.qml) and its run record beside it.</source>
            <translation>O mapa de uma execução, com seu estilo (.qml) e seu registro ao lado.</translation>
        </message>
        <message>
            <source>The map of a run, with probability and run record beside it.</source>
            <translation>O mapa de uma execução, com probabilidade e registro ao lado.</translation>
        </message>
        <message>
            <source>The map of an earlier run: 0 not detected, 1 detected, 5 possible water, 255 not observed.</source>
            <translation>O mapa de uma execução anterior: 0 não detectado, 1 detectado, 5 possível água, 255 não observado.</translation>
        </message>
        <message>
            <source>The map of an earlier run: polygons are made of what was detected (1, or 3 and 4 for change).</source>
            <translation>O mapa de uma execução anterior: os polígonos são feitos do que foi detectado (1, ou 3 e 4 para mudança).</translation>
        </message>
        <message>
            <source>The map, a GeoTIFF: {classes}. Probability (NAME_probability.tif), {further}run record (NAME_run.json) and styles are written beside it. A file of this name is replaced.</source>
            <translation>O mapa, um GeoTIFF: {classes}. A probabilidade (NAME_probability.tif), {further}o registro (NAME_run.json) e os estilos são gravados ao lado. Um arquivo com este nome é substituído.</translation>
        </message>
        <message>
            <source>The method's own</source>
            <translation>O próprio do método</translation>
        </message>
        <message>
            <source>The model's own: {scales}</source>
            <translation>As do modelo: {scales}</translation>
        </message>
        <message>
            <source>The model's own: {threshold}</source>
            <translation>O do modelo: {threshold}</translation>
        </message>
        <message>
            <source>The newer image: terrain-corrected, with one band or with VV and VH.</source>
            <translation>A imagem mais recente: com correção do terreno, com uma banda ou com VV e VH.</translation>
        </message>
        <message>
            <source>The older image: the same bands and the same kind of pixel values, best from the same track; on any grid.</source>
            <translation>A imagem mais antiga: as mesmas bandas e o mesmo tipo de valores de pixel, de preferência da mesma órbita relativa; em qualquer grade.</translation>
        </message>
        <message>
            <source>The optical bands '{text}' cannot be read.</source>
            <translation>As bandas ópticas '{text}' não podem ser lidas.</translation>
        </message>
        <message>
            <source>The package is a new folder in it.</source>
            <translation>O pacote é uma nova pasta dentro dela.</translation>
        </message>
        <message>
            <source>The packages were installed, but they do not work: {reason}</source>
            <translation>Os pacotes foram instalados, mas não funcionam: {reason}</translation>
        </message>
        <message>
            <source>The page cannot be written to {path}: {reason}.</source>
            <translation>A página não pode ser gravada em {path}: {reason}.</translation>
        </message>
        <message>
            <source>The part to map, in any coordinate reference system; of a product in degrees where none is named; empty: the whole image.</source>
            <translation>A parte a mapear, em qualquer sistema de referência de coordenadas; de um produto, em graus se nenhum é nomeado; vazio: a imagem inteira.</translation>
        </message>
        <message>
            <source>The part to prepare; empty: all of it.</source>
            <translation>A parte a preparar; vazio: tudo.</translation>
        </message>
        <message>
            <source>The project has no layer of polygons yet: add one, for example districts.</source>
            <translation>O projeto ainda não tem camada de polígonos: adicione uma, por exemplo de municípios.</translation>
        </message>
        <message>
            <source>The result cannot be written to {folder}: {reason}.</source>
            <translation>O resultado não pode ser gravado em {folder}: {reason}.</translation>
        </message>
        <message>
            <source>The scenes are a folder (INPUT) or layers (LAYERS), one of the two.</source>
            <translation>As cenas são uma pasta (INPUT) ou camadas (LAYERS), uma das duas.</translation>
        </message>
        <message>
            <source>The second part of the names.</source>
            <translation>A segunda parte dos nomes.</translation>
        </message>
        <message>
            <source>The settings are set, except what is not there any more:</source>
            <translation>As configurações foram aplicadas, exceto o que não existe mais:</translation>
        </message>
        <message>
            <source>The size of one-page PDFs</source>
            <translation>O tamanho dos PDFs de uma página</translation>
        </message>
        <message>
            <source>The size of the page; it lies or stands as the map is drawn largest.</source>
            <translation>O tamanho da página; em pé ou deitada conforme o mapa fique maior.</translation>
        </message>
        <message>
            <source>The template {path} cannot be read.</source>
            <translation>O modelo de página {path} não pode ser lido.</translation>
        </message>
        <message>
            <source>The zones with the new fields (.gpkg), or a table (.csv). A file of this name is replaced.</source>
            <translation>As zonas com os novos campos (.gpkg), ou uma tabela (.csv). Um arquivo com este nome é substituído.</translation>
        </message>
        <message>
            <source>The {name} '{text}' cannot be read.</source>
            <translation>{name} '{text}' não pode ser lido.</translation>
        </message>
        <message>
            <source>There is no image to map.</source>
            <translation>Não há imagem a mapear.</translation>
        </message>
        <message>
            <source>There is no run record {path}: the page names no sources.</source>
            <translation>Não há registro da execução {path}: a página não cita fontes.</translation>
        </message>
        <message>
            <source>They are numbers between {least:g} and {most:g}, separated by commas.</source>
            <translation>São números entre {least:g} e {most:g}, separados por vírgulas.</translation>
        </message>
        <message>
            <source>This is no Sentinel-1 product: choose its zip, its folder (.SAFE), manifest.safe, or a file of its measurement.</source>
            <translation>Isto não é um produto Sentinel-1: escolha seu zip, sua pasta (.SAFE), manifest.safe ou um arquivo de measurement.</translation>
        </message>
        <message>
            <source>This is the image to map itself: choose an earlier one.</source>
            <translation>Esta é a própria imagem a mapear: escolha uma anterior.</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Limiar</translation>
        </message>
        <message>
            <source>Threshold: {hectares} would be detected</source>
            <translation>Limiar: {hectares} seriam detectados</translation>
        </message>
        <message>
            <source>Threshold: {threshold}</source>
            <translation>Limiar: {threshold}</translation>
        </message>
        <message>
            <source>Tidemark</source>
            <translation>Tidemark</translation>
        </message>
        <message>
            <source>Tidemark computes in a Python process of its own, so that it can never take QGIS down. It needs {packages}; polygons need {more}.</source>
            <translation>O Tidemark calcula em um processo Python próprio, assim nunca pode derrubar o QGIS. Ele precisa de {packages}; polígonos precisam de {more}.</translation>
        </message>
        <message>
            <source>Tidemark reads files that hold one raster.</source>
            <translation>O Tidemark lê arquivos que contêm um só raster.</translation>
        </message>
        <message>
            <source>Tidemark reads raster files of this machine, with the values as they were measured.</source>
            <translation>O Tidemark lê arquivos raster deste computador, com os valores como foram medidos.</translation>
        </message>
        <message>
            <source>Tidemark reads raster files of this machine.</source>
            <translation>O Tidemark lê arquivos raster deste computador.</translation>
        </message>
        <message>
            <source>Tidemark takes one value for each band.</source>
            <translation>O Tidemark aceita um valor por banda.</translation>
        </message>
        <message>
            <source>Tidemark: water, floods, change and oil from radar images</source>
            <translation>Tidemark: água, inundações, mudança e óleo em imagens de radar</translation>
        </message>
        <message>
            <source>Tidemark: {name}</source>
            <translation>Tidemark: {name}</translation>
        </message>
        <message>
            <source>Time of the image unknown</source>
            <translation>Hora da imagem desconhecida</translation>
        </message>
        <message>
            <source>Try again; where it happens again, check the engine: Tidemark panel, 'Engine'.</source>
            <translation>Tente de novo; se acontecer outra vez, verifique o motor: painel do Tidemark, 'Motor'.</translation>
        </message>
        <message>
            <source>Try it on a sample</source>
            <translation>Experimentar com uma amostra</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unidade</translation>
        </message>
        <message>
            <source>Unknown: no run record lies beside {name}.</source>
            <translation>Desconhecido: não há registro da execução ao lado de {name}.</translation>
        </message>
        <message>
            <source>Use these settings again</source>
            <translation>Usar estes ajustes</translation>
        </message>
        <message>
            <source>Use {method} on {bands}</source>
            <translation>Usar {method} em {bands}</translation>
        </message>
        <message>
            <source>VH band of the image before</source>
            <translation>Banda VH da imagem anterior</translation>
        </message>
        <message>
            <source>VH band, where it is in a file of its own</source>
            <translation>Banda VH, se estiver em um arquivo próprio</translation>
        </message>
        <message>
            <source>Wait until it has ended, or cancel it.</source>
            <translation>Espere até que termine, ou cancele-a.</translation>
        </message>
        <message>
            <source>Water detected</source>
            <translation>Água detectada</translation>
        </message>
        <message>
            <source>Water extent (single date)</source>
            <translation>Extensão da água (uma data)</translation>
        </message>
        <message>
            <source>What is new shows between two dates only.</source>
            <translation>O que é novo só se vê entre duas datas.</translation>
        </message>
        <message>
            <source>What may be affected</source>
            <translation>O que pode ser afetado</translation>
        </message>
        <message>
            <source>What networks run on unless the form says otherwise</source>
            <translation>Onde as redes são executadas, salvo indicação contrária no formulário</translation>
        </message>
        <message>
            <source>What the backscatter is related to; the models know sigma0.</source>
            <translation>A que o retroespalhamento se refere; os modelos conhecem sigma0.</translation>
        </message>
        <message>
            <source>What the map shows</source>
            <translation>O que o mapa mostra</translation>
        </message>
        <message>
            <source>What the network runs on. A device that the installed engine lacks is replaced by the CPU, with a notice. auto takes a graphics processor, or on a CPU that is faster with it the 8-bit copy of a model that you have not named, where its figures are as good; the run record names it.</source>
            <translation>Onde a rede roda. Um dispositivo que falte ao motor instalado é substituído pela CPU, com um aviso. auto usa um processador gráfico ou, em uma CPU que é mais rápida com ela, a cópia de 8 bits de um modelo que você não indicou, se seus números são tão bons; o registro da execução a cita.</translation>
        </message>
        <message>
            <source>What the values mean. auto: from metadata, then statistics; stops and asks where two answers stay possible. db, power, amplitude; db100 and db10: dB as scaled integers; display: an 8-bit picture.</source>
            <translation>O que os valores significam. auto: pelos metadados, depois pela estatística; para e pergunta se duas respostas são possíveis. db, power, amplitude; db100 e db10: dB como inteiros escalados; display: uma imagem de 8 bits.</translation>
        </message>
        <message>
            <source>What was not analysed</source>
            <translation>O que não foi analisado</translation>
        </message>
        <message>
            <source>What was observed</source>
            <translation>O que foi observado</translation>
        </message>
        <message>
            <source>What zeros mean where the file does not declare 0 as nodata. auto: no data when connected to the edge; nodata: no data everywhere; dark: dark ground.</source>
            <translation>O que os zeros significam se o arquivo não declara 0 como valor sem dados. auto: sem dados se tocam a borda; nodata: sem dados em toda parte; dark: terreno escuro.</translation>
        </message>
        <message>
            <source>Where it is in a file of its own, on the grid of the image before; BEFORE is then VV.</source>
            <translation>Se estiver em um arquivo próprio, na grade da imagem anterior; BEFORE é então VV.</translation>
        </message>
        <message>
            <source>Which band is which in the optical images, for example swir=1,nir=2,visible=3; empty: by the bands' names.</source>
            <translation>Qual banda é qual nas imagens ópticas, por exemplo swir=1,nir=2,visible=3; vazio: pelos nomes das bandas.</translation>
        </message>
        <message>
            <source>Which band is which where names and metadata do not tell, for example VV=1,VH=2, counted over INPUT and VH; it holds for both dates. Empty: by name.</source>
            <translation>Qual banda é qual se nomes e metadados não dizem, por exemplo VV=1,VH=2, contando em INPUT e VH; vale para as duas datas. Vazio: pelo nome.</translation>
        </message>
        <message>
            <source>Who and what is affected</source>
            <translation>Quem e o que é afetado</translation>
        </message>
        <message>
            <source>Who and what is affected…</source>
            <translation>Quem e o que é afetado…</translation>
        </message>
        <message>
            <source>Whole image</source>
            <translation>Imagem inteira</translation>
        </message>
        <message>
            <source>Whom the recipient may ask; empty: as in Settings, Options, Tidemark.</source>
            <translation>A quem o destinatário pode perguntar; vazio: como em Configurações, Opções, Tidemark.</translation>
        </message>
        <message>
            <source>Whom the recipient of a one-page PDF may ask: office, mail, telephone</source>
            <translation>A quem o destinatário de um PDF de uma página pode perguntar: órgão, e-mail, telefone</translation>
        </message>
        <message>
            <source>Wind at sea in m/s</source>
            <translation>Vento no mar em m/s</translation>
        </message>
        <message>
            <source>Wind at sea, for notices and confidence; empty: not known. At the time of the image; 1 knot is 0.51 m/s.</source>
            <translation>Vento no mar, para avisos e confiança; vazio: desconhecido. Na hora da imagem; 1 nó são 0,51 m/s.</translation>
        </message>
        <message>
            <source>With neither of the two, the map shows water, not flood.</source>
            <translation>Sem nenhum dos dois, o mapa mostra água, não inundação.</translation>
        </message>
        <message>
            <source>Write for example 0.5, 0.75, 1, or leave the field empty.</source>
            <translation>Escreva por exemplo 0.5, 0.75, 1, ou deixe o campo vazio.</translation>
        </message>
        <message>
            <source>Write for example VV=1,VH=2, or leave it empty.</source>
            <translation>Escreva por exemplo VV=1,VH=2, ou deixe vazio.</translation>
        </message>
        <message>
            <source>Zeros are</source>
            <translation>Zeros são</translation>
        </message>
        <message>
            <source>Zip, manifest or measurement…</source>
            <translation>Zip, manifest ou medição…</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>Zonas</translation>
        </message>
        <message>
            <source>Zones with hectares</source>
            <translation>Zonas com hectares</translation>
        </message>
        <message>
            <source>about {download} to download, {disk} on disk ({free} free)</source>
            <translation>cerca de {download} para baixar, {disk} em disco ({free} livres)</translation>
        </message>
        <message>
            <source>about {minutes:.0f} min left</source>
            <translation>faltam cerca de {minutes:.0f} min</translation>
        </message>
        <message>
            <source>about {seconds:.0f} s left</source>
            <translation>faltam cerca de {seconds:.0f} s</translation>
        </message>
        <message>
            <source>amplitude</source>
            <translation>amplitude</translation>
        </message>
        <message>
            <source>and {count} more in the run record</source>
            <translation>e mais {count} no registro da execução</translation>
        </message>
        <message>
            <source>area</source>
            <translation>área</translation>
        </message>
        <message>
            <source>as given</source>
            <translation>como indicado</translation>
        </message>
        <message>
            <source>ascending</source>
            <translation>ascendente</translation>
        </message>
        <message>
            <source>at right and above: WGS 84, degrees</source>
            <translation>à direita e acima: WGS 84, graus</translation>
        </message>
        <message>
            <source>auto: found out by the product's own heights.</source>
            <translation>auto: descoberto pelas altitudes do próprio produto.</translation>
        </message>
        <message>
            <source>backscatter</source>
            <translation>retroespalhamento</translation>
        </message>
        <message>
            <source>batch</source>
            <translation>lote</translation>
        </message>
        <message>
            <source>buildings</source>
            <translation>edificações</translation>
        </message>
        <message>
            <source>by name</source>
            <translation>pelo nome</translation>
        </message>
        <message>
            <source>calibrate</source>
            <translation>calibrar</translation>
        </message>
        <message>
            <source>change</source>
            <translation>mudança</translation>
        </message>
        <message>
            <source>compared with an image of unknown time</source>
            <translation>comparada com uma imagem de hora desconhecida</translation>
        </message>
        <message>
            <source>compared with {time} UTC</source>
            <translation>comparada com {time} UTC</translation>
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
            <translation>danos</translation>
        </message>
        <message>
            <source>dark feature</source>
            <translation>feição escura</translation>
        </message>
        <message>
            <source>dark spot</source>
            <translation>mancha escura</translation>
        </message>
        <message>
            <source>date unknown: make sure that it is the earlier image</source>
            <translation>data desconhecida: certifique-se de que é a imagem anterior</translation>
        </message>
        <message>
            <source>db: hundredths of a dB as whole numbers; power: as decimals, in a larger file.</source>
            <translation>db: centésimos de dB como inteiros; power: como decimais, em um arquivo maior.</translation>
        </message>
        <message>
            <source>decrease</source>
            <translation>diminuição</translation>
        </message>
        <message>
            <source>deep learning</source>
            <translation>aprendizado profundo</translation>
        </message>
        <message>
            <source>delivery</source>
            <translation>entrega</translation>
        </message>
        <message>
            <source>depth</source>
            <translation>profundidade</translation>
        </message>
        <message>
            <source>descending</source>
            <translation>descendente</translation>
        </message>
        <message>
            <source>detected from a probability of {percent} %</source>
            <translation>detectado a partir de uma probabilidade de {percent} %</translation>
        </message>
        <message>
            <source>difference</source>
            <translation>diferença</translation>
        </message>
        <message>
            <source>disaster</source>
            <translation>desastre</translation>
        </message>
        <message>
            <source>districts</source>
            <translation>municípios</translation>
        </message>
        <message>
            <source>done</source>
            <translation>feita</translation>
        </message>
        <message>
            <source>emergency</source>
            <translation>emergência</translation>
        </message>
        <message>
            <source>export</source>
            <translation>exportar</translation>
        </message>
        <message>
            <source>exposure</source>
            <translation>exposição</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>falhou</translation>
        </message>
        <message>
            <source>flood</source>
            <translation>inundação</translation>
        </message>
        <message>
            <source>floods</source>
            <translation>inundações</translation>
        </message>
        <message>
            <source>folder</source>
            <translation>pasta</translation>
        </message>
        <message>
            <source>for calibrated images the change in dB (NAME_change_db.tif), </source>
            <translation>em imagens calibradas a mudança em dB (NAME_change_db.tif), </translation>
        </message>
        <message>
            <source>from metadata</source>
            <translation>pelos metadados</translation>
        </message>
        <message>
            <source>from statistics</source>
            <translation>pela estatística</translation>
        </message>
        <message>
            <source>from the name</source>
            <translation>pelo nome</translation>
        </message>
        <message>
            <source>hand-over</source>
            <translation>entrega</translation>
        </message>
        <message>
            <source>hectares</source>
            <translation>hectares</translation>
        </message>
        <message>
            <source>increase</source>
            <translation>aumento</translation>
        </message>
        <message>
            <source>inundation</source>
            <translation>alagamento</translation>
        </message>
        <message>
            <source>it gave no reason</source>
            <translation>ele não deu motivo</translation>
        </message>
        <message>
            <source>layout</source>
            <translation>leiaute</translation>
        </message>
        <message>
            <source>log-ratio</source>
            <translation>log-razão</translation>
        </message>
        <message>
            <source>marine</source>
            <translation>marinho</translation>
        </message>
        <message>
            <source>minimum mapping unit</source>
            <translation>unidade mínima de mapeamento</translation>
        </message>
        <message>
            <source>no file can be made there</source>
            <translation>nenhum arquivo pode ser criado ali</translation>
        </message>
        <message>
            <source>no georeference</source>
            <translation>sem georreferência</translation>
        </message>
        <message>
            <source>none</source>
            <translation>nenhum</translation>
        </message>
        <message>
            <source>oil</source>
            <translation>óleo</translation>
        </message>
        <message>
            <source>oil spill</source>
            <translation>derramamento de óleo</translation>
        </message>
        <message>
            <source>only a part of it could be written, because the disk is full or was taken away</source>
            <translation>só uma parte pôde ser gravada, porque o disco está cheio ou foi retirado</translation>
        </message>
        <message>
            <source>orthorectify</source>
            <translation>ortorretificar</translation>
        </message>
        <message>
            <source>people affected</source>
            <translation>pessoas afetadas</translation>
        </message>
        <message>
            <source>pollution</source>
            <translation>poluição</translation>
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
            <translation>população</translation>
        </message>
        <message>
            <source>power</source>
            <translation>potência</translation>
        </message>
        <message>
            <source>print</source>
            <translation>imprimir</translation>
        </message>
        <message>
            <source>probability</source>
            <translation>probabilidade</translation>
        </message>
        <message>
            <source>radar</source>
            <translation>radar</translation>
        </message>
        <message>
            <source>report</source>
            <translation>relatório</translation>
        </message>
        <message>
            <source>roads</source>
            <translation>estradas</translation>
        </message>
        <message>
            <source>sea</source>
            <translation>mar</translation>
        </message>
        <message>
            <source>segmentation</source>
            <translation>segmentação</translation>
        </message>
        <message>
            <source>sensitivity</source>
            <translation>sensibilidade</translation>
        </message>
        <message>
            <source>share</source>
            <translation>compartilhar</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>pulada</translation>
        </message>
        <message>
            <source>slick</source>
            <translation>mancha de óleo</translation>
        </message>
        <message>
            <source>student: a network, where one for this task is installed. dark-spot: what is 2 dB darker than the sea within 500 m; needs no model. otsu: one threshold for the whole image, to compare with.</source>
            <translation>student: uma rede, se houver uma instalada para esta tarefa. dark-spot: o que é 2 dB mais escuro que o mar em 500 m; não precisa de modelo. otsu: um limiar para a imagem toda, para comparar.</translation>
        </message>
        <message>
            <source>student: a network, where one for this task is installed. log-ratio: newer over older backscatter, changed from 3 dB either way; needs no model. otsu, kittler: the same with a threshold found in the images.</source>
            <translation>student: uma rede, se houver uma instalada para esta tarefa. log-ratio: retroespalhamento novo sobre antigo, mudança a partir de 3 dB nos dois sentidos; não precisa de modelo. otsu, kittler: o mesmo com um limiar achado nas imagens.</translation>
        </message>
        <message>
            <source>student: the network. otsu, kittler, fixed: classical thresholds, to compare with.</source>
            <translation>student: a rede. otsu, kittler, fixed: limiares clássicos, para comparar.</translation>
        </message>
        <message>
            <source>table</source>
            <translation>tabela</translation>
        </message>
        <message>
            <source>terrain correction</source>
            <translation>correção do terreno</translation>
        </message>
        <message>
            <source>the day of the image itself</source>
            <translation>o próprio dia da imagem</translation>
        </message>
        <message>
            <source>the extent</source>
            <translation>a extensão</translation>
        </message>
        <message>
            <source>the layer '{name}'</source>
            <translation>a camada '{name}'</translation>
        </message>
        <message>
            <source>the model '{name}'</source>
            <translation>o modelo '{name}'</translation>
        </message>
        <message>
            <source>time series</source>
            <translation>série temporal</translation>
        </message>
        <message>
            <source>track {number}</source>
            <translation>órbita relativa {number}</translation>
        </message>
        <message>
            <source>two dates</source>
            <translation>duas datas</translation>
        </message>
        <message>
            <source>vectorize</source>
            <translation>vetorizar</translation>
        </message>
        <message>
            <source>volume</source>
            <translation>volume</translation>
        </message>
        <message>
            <source>water</source>
            <translation>água</translation>
        </message>
        <message>
            <source>water level</source>
            <translation>nível da água</translation>
        </message>
        <message>
            <source>zonal statistics</source>
            <translation>estatísticas zonais</translation>
        </message>
        <message>
            <source>{across} × {down} m</source>
            <translation>{across} × {down} m</translation>
        </message>
        <message>
            <source>{action} (no image before)</source>
            <translation>{action} (sem imagem anterior)</translation>
        </message>
        <message>
            <source>{count} more in the files beside the map.</source>
            <translation>Mais {count} nos arquivos ao lado do mapa.</translation>
        </message>
        <message>
            <source>{days} days after the image: are the two swapped?</source>
            <translation>{days} dias depois da imagem: estão trocadas?</translation>
        </message>
        <message>
            <source>{days} days before the image</source>
            <translation>{days} dias antes da imagem</translation>
        </message>
        <message>
            <source>{done} of {total} blocks</source>
            <translation>{done} de {total} blocos</translation>
        </message>
        <message>
            <source>{done} of {total} rows</source>
            <translation>{done} de {total} linhas</translation>
        </message>
        <message>
            <source>{done} of {total} scenes</source>
            <translation>{done} de {total} cenas</translation>
        </message>
        <message>
            <source>{done} of {total} tiles</source>
            <translation>{done} de {total} blocos</translation>
        </message>
        <message>
            <source>{name} '{file}' has no ending that it can be written with.</source>
            <translation>{name} '{file}' não tem uma extensão com a qual possa ser gravado.</translation>
        </message>
        <message>
            <source>{name} '{value}' is no layer that can be opened.</source>
            <translation>{name} '{value}' não é uma camada que se possa abrir.</translation>
        </message>
        <message>
            <source>{name} '{value}' is no raster that can be opened.</source>
            <translation>{name} '{value}' não é um raster que se possa abrir.</translation>
        </message>
        <message>
            <source>{name} · made with Tidemark {version} on {date}; the run record has all details</source>
            <translation>{name} · feito com Tidemark {version} em {date}; o registro da execução tem todos os detalhes</translation>
        </message>
        <message>
            <source>{percent} % and more: detected</source>
            <translation>{percent} % ou mais: detectado</translation>
        </message>
        <message>
            <source>{python} could not be started.</source>
            <translation>{python} não pôde ser iniciado.</translation>
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
            <translation>… ou camadas, cada uma uma cena</translation>
        </message>
    </context>
    <context>
        <name>TidemarkForm</name>
        <message>
            <source>About…</source>
            <translation>Sobre…</translation>
        </message>
        <message>
            <source>Advanced options</source>
            <translation>Opções avançadas</translation>
        </message>
        <message>
            <source>All cores</source>
            <translation>Todos os núcleos</translation>
        </message>
        <message>
            <source>Average over flips</source>
            <translation>Média com o espelho</translation>
        </message>
        <message>
            <source>Beginning of the names of the files</source>
            <translation>Começo dos nomes dos arquivos</translation>
        </message>
        <message>
            <source>CPU threads</source>
            <translation>Threads da CPU</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extensão</translation>
        </message>
        <message>
            <source>Folder of the result. Left empty, it is a temporary one, which QGIS deletes when it closes; 'Keep this result…' saves it afterwards.</source>
            <translation>Pasta do resultado. Vazia, é uma temporária, que o QGIS apaga quando fecha; 'Guardar resultado…' o salva depois.</translation>
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
            <translation>Nome</translation>
        </message>
        <message>
            <source>Open water only</source>
            <translation>Só água aberta</translation>
        </message>
        <message>
            <source>Pixel values</source>
            <translation>Valores dos pixels</translation>
        </message>
        <message>
            <source>Replace an earlier result</source>
            <translation>Substituir um resultado anterior</translation>
        </message>
        <message>
            <source>Save in</source>
            <translation>Salvar em</translation>
        </message>
        <message>
            <source>Scales</source>
            <translation>Escalas</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarefa</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Limiar</translation>
        </message>
        <message>
            <source>What this model is for, its measured figures, and where it fails</source>
            <translation>Para que serve este modelo, seus números medidos e onde falha</translation>
        </message>
        <message>
            <source>What to map. Floods and change compare two dates; water and possible oil need one image.</source>
            <translation>O que mapear. Inundações e mudança comparam duas datas; água e possível óleo precisam de uma imagem.</translation>
        </message>
        <message>
            <source>Which part of the image to map</source>
            <translation>Que parte da imagem mapear</translation>
        </message>
        <message>
            <source>Without it, a result of the same name is kept and the new one gets a number</source>
            <translation>Do contrário, um resultado de mesmo nome é mantido e o novo recebe um número</translation>
        </message>
        <message>
            <source>Zeros are</source>
            <translation>Zeros são</translation>
        </message>
    </context>
    <context>
        <name>TidemarkHeightsForm</name>
        <message>
            <source>Heights (DEM) of the ground, for hills</source>
            <translation>Altitudes (MDE) do terreno, para o relevo</translation>
        </message>
    </context>
    <context>
        <name>TidemarkImageForm</name>
        <message>
            <source>A Sentinel-1 product as it was downloaded: zip or .SAFE. It can be dropped here, too.</source>
            <translation>Um produto Sentinel-1 como foi baixado: zip ou .SAFE. Também pode ser solto aqui.</translation>
        </message>
        <message>
            <source>Product…</source>
            <translation>Produto…</translation>
        </message>
        <message>
            <source>The VH band of the same acquisition, on the same grid</source>
            <translation>A banda VH da mesma aquisição, na mesma grade</translation>
        </message>
        <message>
            <source>The band that holds VH; by name: as names and metadata tell</source>
            <translation>A banda que contém VH; pelo nome: como dizem nomes e metadados</translation>
        </message>
        <message>
            <source>The band that holds VV; by name: as names and metadata tell</source>
            <translation>A banda que contém VV; pelo nome: como dizem nomes e metadados</translation>
        </message>
        <message>
            <source>Tick it where VV and VH are two layers</source>
            <translation>Marque se VV e VH são duas camadas</translation>
        </message>
        <message>
            <source>VH is</source>
            <translation>VH é</translation>
        </message>
        <message>
            <source>VH is in another layer</source>
            <translation>VH está em outra camada</translation>
        </message>
        <message>
            <source>VV is</source>
            <translation>VV é</translation>
        </message>
    </context>
    <context>
        <name>TidemarkLeaveOutForm</name>
        <message>
            <source>HAND above 15 m</source>
            <translation>HAND acima de 15 m</translation>
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
            <translation>Declividade acima de 15°</translation>
        </message>
    </context>
    <context>
        <name>TidemarkOpticalForm</name>
        <message>
            <source>A cloud-free optical image, better one of each date, helps where the radar is ambiguous; clouds and gaps are left to the radar</source>
            <translation>Uma imagem óptica sem nuvens, melhor uma de cada data, ajuda onde o radar é ambíguo; nuvens e lacunas ficam com o radar</translation>
        </message>
        <message>
            <source>An optical image of the date before, with the same bands, on any grid, if there is one</source>
            <translation>Uma imagem óptica da data anterior, com as mesmas bandas, em qualquer grade, se houver</translation>
        </message>
        <message>
            <source>An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4, on any grid</source>
            <translation>Uma imagem óptica da data a mapear, como Sentinel-2 com B11, B8 e B4, em qualquer grade</translation>
        </message>
        <message>
            <source>Optical bands</source>
            <translation>Bandas ópticas</translation>
        </message>
        <message>
            <source>Optical image</source>
            <translation>Imagem óptica</translation>
        </message>
        <message>
            <source>Optical image before</source>
            <translation>Imagem óptica anterior</translation>
        </message>
        <message>
            <source>Optical images</source>
            <translation>Imagens ópticas</translation>
        </message>
        <message>
            <source>Which band is which in the images, where their names do not tell, for example swir=1,nir=2,visible=3</source>
            <translation>Qual banda é qual nas imagens, se seus nomes não dizem, por exemplo swir=1,nir=2,visible=3</translation>
        </message>
        <message>
            <source>by name</source>
            <translation>pelo nome</translation>
        </message>
    </context>
    <context>
        <name>TidemarkReferenceForm</name>
        <message>
            <source>Reference water (raster)</source>
            <translation>Água de referência (raster)</translation>
        </message>
        <message>
            <source>With neither of the two, the map shows water, not flood.</source>
            <translation>Sem nenhum dos dois, o mapa mostra água, não inundação.</translation>
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
            <translation>Uma pasta para quem recebe: mapa, polígonos, PDF de uma página, estilos, registro da execução e um README em palavras simples</translation>
        </message>
        <message>
            <source>Copy all its files out of the temporary folder, which QGIS deletes when it closes; the layers show the copies from then on</source>
            <translation>Copia todos os seus arquivos para fora da pasta temporária, que o QGIS apaga quando fecha; as camadas mostram as cópias a partir daí</translation>
        </message>
        <message>
            <source>Count the map in each polygon of a layer: districts, fields, parcels. Tables and more: Processing toolbox, Tidemark.</source>
            <translation>Conta o mapa em cada polígono de uma camada: municípios, campos, parcelas. Tabelas e mais: Caixa de ferramentas de processamento, Tidemark.</translation>
        </message>
        <message>
            <source>Fill the form above with the task, the images and all options of this run</source>
            <translation>Preenche o formulário acima com a tarefa, as imagens e todas as opções desta execução</translation>
        </message>
        <message>
            <source>Hectares in zones…</source>
            <translation>Hectares por zona…</translation>
        </message>
        <message>
            <source>Keep this result…</source>
            <translation>Guardar resultado…</translation>
        </message>
        <message>
            <source>Make polygons</source>
            <translation>Criar polígonos</translation>
        </message>
        <message>
            <source>One-page PDF…</source>
            <translation>PDF de uma página…</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Abrir pasta</translation>
        </message>
        <message>
            <source>Package for hand-over…</source>
            <translation>Pacote de entrega…</translation>
        </message>
        <message>
            <source>Polygons of 0.5 ha and more, with hectares, in a GeoPackage beside the map. Other sizes and formats: Processing toolbox, Tidemark.</source>
            <translation>Polígonos de 0,5 ha ou mais, com hectares, em um GeoPackage ao lado do mapa. Outros tamanhos e formatos: Caixa de ferramentas de processamento, Tidemark.</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Show the files of the map in the system's file manager</source>
            <translation>Mostra os arquivos do mapa no gerenciador de arquivos</translation>
        </message>
        <message>
            <source>The map over the radar image on one page, with hectares, legend, scale, place, sources and limits. Paper, contact and disclaimer: Settings, Options, Tidemark.</source>
            <translation>O mapa sobre a imagem de radar em uma página, com hectares, legenda, escala, lugar, fontes e limitações. Papel, contato e aviso legal: Configurações, Opções, Tidemark.</translation>
        </message>
        <message>
            <source>Use these settings again</source>
            <translation>Usar estes ajustes</translation>
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
            <translation>Execuções anteriores: use suas configurações de novo, ou adicione seus mapas</translation>
        </message>
        <message>
            <source>Engine…</source>
            <translation>Motor…</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ajuda</translation>
        </message>
        <message>
            <source>History…</source>
            <translation>Histórico…</translation>
        </message>
        <message>
            <source>Map the chosen image; QGIS can be used meanwhile</source>
            <translation>Mapeia a imagem escolhida; o QGIS pode ser usado enquanto isso</translation>
        </message>
        <message>
            <source>Open the guide; it needs no internet</source>
            <translation>Abre o guia; não precisa de internet</translation>
        </message>
        <message>
            <source>Stop the run; nothing of it remains</source>
            <translation>Para a execução; nada dela fica</translation>
        </message>
        <message>
            <source>What maps the images: install it, look after it, remove it</source>
            <translation>O que mapeia as imagens: instalá-lo, verificá-lo, removê-lo</translation>
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
            <translation>Terra</translation>
        </message>
        <message>
            <source>Least area</source>
            <translation>Área mínima</translation>
        </message>
        <message>
            <source>Wind</source>
            <translation>Vento</translation>
        </message>
        <message>
            <source>Without land, dark land and radar shadow at the coast may pass for features.</source>
            <translation>Sem terra, terra escura e sombra de radar da costa podem passar por feições.</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>desconhecido</translation>
        </message>
    </context>
    <context>
        <name>TidemarkStartBox</name>
        <message>
            <source>&lt;b&gt;Maps water, floods, change and possible oil from radar images.&lt;/b&gt;&lt;br/&gt;1. Drop a Sentinel-1 product here as it was downloaded (zip), or add a radar image as a layer; for floods, one from before as well.&lt;br/&gt;2. Choose the task.&lt;br/&gt;3. Click the button at the bottom.</source>
            <translation>&lt;b&gt;Mapeia água, inundações, mudança e possível óleo em imagens de radar.&lt;/b&gt;&lt;br/&gt;1. Solte aqui um produto Sentinel-1 como foi baixado (zip), ou adicione uma imagem de radar como camada; para inundações, também uma de antes.&lt;br/&gt;2. Escolha a tarefa.&lt;br/&gt;3. Clique no botão de baixo.</translation>
        </message>
        <message>
            <source>Simulates a place before and during a flood on this computer, loads both images and maps the flood: about half a minute</source>
            <translation>Simula neste computador um lugar antes e durante uma inundação, carrega ambas as imagens e mapeia a inundação: cerca de meio minuto</translation>
        </message>
        <message>
            <source>Try it on a sample</source>
            <translation>Experimentar com uma amostra</translation>
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
            <translation>Um novo mapa com este limiar, a partir da probabilidade gravada, com seus hectares; o anterior fica</translation>
        </message>
        <message>
            <source>Make the class layer</source>
            <translation>Criar a camada de classes</translation>
        </message>
        <message>
            <source>Move it to see on the map what counts as detected: lower finds more and invents more</source>
            <translation>Mova-o para ver no mapa o que conta como detectado: mais baixo encontra mais e inventa mais</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Redefinir</translation>
        </message>
        <message>
            <source>Show the maps as they were</source>
            <translation>Mostra os mapas como estavam</translation>
        </message>
        <message>
            <source>The probability from which a pixel counts as detected</source>
            <translation>A probabilidade a partir da qual um pixel conta como detectado</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Limiar</translation>
        </message>
    </context>
</TS>
