//! Faults in finding, reading and decoding files.

super::rules! {
    /// A file that is named does not exist.
    FILE_MISSING = "S001" "file-missing" Error {
        zh: "找不到文件“{path}”" => "检查文件名和所在文件夹；路径从站点文件夹算起"; "站点只从自己的文件夹里读文件，名称必须完全一致（含大小写）。"
        en: "the file `{path}` does not exist" => "check the name and the folder; paths start at the site folder"; "A site reads only files in its own folder, under their exact names."
    }
    /// A path leads out of the site folder.
    PATH_OUTSIDE_SITE = "S002" "path-outside-site" Error {
        zh: "路径“{path}”指向站点文件夹之外" => "把文件复制到站点文件夹里，再用从站点文件夹算起的路径"; "站点必须能整个文件夹搬走、在任何电脑上生成同样的结果，所以不读外面的文件。"
        en: "the path `{path}` leads out of the site folder" => "copy the file into the site folder and give its path from there"; "A site must give the same result wherever its folder is moved, so nothing outside is read."
    }
    /// The operating system refuses to give a file.
    FILE_UNREADABLE = "S003" "file-unreadable" Error {
        zh: "读不了文件“{path}”：{reason}" => "确认它是文件而不是文件夹、没有被其他程序占用，并且您有读取权限"; "读不到的数据不能当作没有数据。"
        en: "the file `{path}` cannot be read: {reason}" => "check that it is a file and not a folder, that no other program holds it, and that you may read it"; "Data that cannot be read must not pass for data that is not there."
    }
    /// A file is in no encoding that is known.
    NOT_DECODABLE = "S004" "not-decodable" Error {
        zh: "第 {line} 行从第 {character} 个字符（文件第 {byte} 个字节）起的文字无法识别，已按 {tried} 尝试" => "在 Excel 或 WPS 中打开，另存为“CSV UTF-8”，再放回原处；两份编码不同的文件不要直接拼在一起"; "认不出的字节如果硬读，会变成乱码并混进页面，所以宁可停下。"
        en: "the text from line {line}, character {character} (byte {byte}) cannot be decoded; tried {tried}" => "open the file in Excel or WPS, save it as “CSV UTF-8” and put it back; files of different encodings cannot be pasted together"; "Bytes read in the wrong encoding become garbage on a page, so the build stops instead."
    }
    /// A file is read in another encoding than UTF-8.
    ENCODING_NOTED = "S005" "encoding-noted" Note {
        zh: "按 {encoding} 读取" => "如果文字正常，不用处理；如果是乱码，请在 site.toml 的 [[source]] 里写明 encoding"; "旧版 Excel 和热线系统常导出 GB18030，程序会自动识别，并说明自己是怎么读的。"
        en: "read as {encoding}" => "nothing to do if the text looks right; otherwise set `encoding` in the `[[source]]` of site.toml"; "Older Excel versions and hotline systems export GB18030; it is recognised, and said."
    }
    /// A file holds nothing.
    EMPTY_FILE = "S006" "empty-file" Error {
        zh: "文件是空的" => "重新导出；如果这个月确实没有数据，请保留表头那一行"; "空文件多半是导出失败；真的没有数据时，留有表头的文件能说明这一点。"
        en: "the file is empty" => "export it again; if there really is no data, keep the header row"; "An empty file is mostly a failed export; a file with a header alone says that there is no data."
    }
    /// A table has a header and no rows.
    NO_ROWS = "S007" "no-rows" Warning {
        zh: "只有表头，没有数据行" => "确认导出的时间范围和筛选条件；如果确实没有数据，不用处理"; "没有数据可能是实情，也可能是导出时筛选错了。"
        en: "there is a header but no rows" => "check the period and the filter of the export; nothing to do if there really is no data"; "No data may be the truth, or a wrong filter at export."
    }
    /// A table has no header row.
    NO_HEADER = "S008" "no-header" Error {
        zh: "找不到表头" => "让第一行写各列的名称，例如“工单编号,社区,受理时间”"; "程序靠表头认列，不靠列的顺序。"
        en: "no header row was found" => "put the names of the columns into the first row"; "Columns are known by their header, not by their order."
    }
    /// Two columns have the same header.
    HEADER_TWICE = "S009" "header-twice" Warning {
        zh: "表头“{header}”出现了两次，只用前面一列" => "给后面一列换个名称，或者删掉它"; "同名的两列内容可能不同，程序不会替人选择，固定用第一列。"
        en: "the header `{header}` stands twice; the first column is used" => "rename or remove the second column"; "Two columns of one name may differ; the first is always used, so that the choice is known."
    }
    /// A row has more cells than the header.
    TOO_MANY_CELLS = "S010" "too-many-cells" Error {
        zh: "这一行比表头多 {extra} 个单元格，内容可能串了列" => "多半是某个单元格里有分隔符而没有加引号：改用 Excel 或 WPS 另存，或给那个单元格加上英文双引号"; "串列的行会把内容记到错误的栏目里，甚至泄露个人信息，所以不读。"
        en: "this row has {extra} more cells than the header" => "probably a separator inside an unquoted cell: save the file with Excel or WPS again, or quote that cell"; "A shifted row puts contents into the wrong columns and may leak personal data, so it is not read."
    }
    /// A quote is opened and never closed.
    OPEN_QUOTE = "S011" "open-quote" Error {
        zh: "这一行开始的英文双引号一直到文件结尾都没有闭合，从这一行起的 {lines} 行都被当成了一个单元格" => "在这一行补上缺少的英文双引号，或删掉多余的那个"; "没有闭合的引号会吞掉后面所有的行。"
        en: "the quote opened in this row is not closed before the end of the file; the {lines} lines from here became one cell" => "close the quote in this row, or delete it"; "An open quote swallows all rows behind it."
    }
    /// A cell holds what looks like whole rows of the table.
    ROWS_IN_CELL = "S012" "rows-in-cell" Warning {
        zh: "这个单元格里像是装进了 {lines} 行别的数据" => "检查这一行的英文双引号是否成对；如果内容本来如此，不用处理"; "引号不成对时，后面几行会被并进一个单元格而不见了。"
        en: "this cell seems to hold {lines} other rows of the table" => "check that the quotes in this row come in pairs; nothing to do if the text is meant so"; "An unpaired quote draws the rows behind it into one cell, where they are lost."
    }
    /// A title stands above the header.
    TITLE_ROW_SKIPPED = "S013" "title-row-skipped" Note {
        zh: "“{title}”看作标题，第 {row} 行看作表头" => "不用处理；如果认错了，请删掉表头上面的行"; "导出的表格上方常有一行合并的标题。"
        en: "`{title}` is taken for a title and row {row} for the header" => "nothing to do; if this is wrong, delete what stands above the header"; "Exports often carry a merged title line above the table."
    }
    /// A cell stands below a column without header.
    CELL_WITHOUT_HEADER = "S014" "cell-without-header" Warning {
        zh: "这个单元格所在的列没有表头，未读取" => "给这一列写上表头；如果是随手记的备注，不用处理"; "没有表头的列不知道是什么内容，所以不用。"
        en: "this cell stands in a column without a header and is not read" => "give the column a header; nothing to do if it is a private remark"; "Without a header nobody knows what the column is."
    }
    /// A TOML file has a mistake in its writing.
    TOML_SYNTAX = "S015" "toml-syntax" Error {
        zh: "TOML 格式有误：{reason_zh}" => "检查标出的位置：文字要用英文双引号括起来，键名用英文字母，等号和方括号都用半角"; "格式有误的文件无法确定原意，所以不猜。"
        en: "this is not valid TOML: {reason}" => "check the marked place: texts stand in double quotes, keys are plain English letters"; "A file that cannot be parsed is not guessed at."
    }
    /// A workbook cannot be opened.
    WORKBOOK_BROKEN = "S016" "workbook-broken" Error {
        zh: "打不开这个工作簿：{reason}" => "用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 或“CSV UTF-8”"; "加密或损坏的工作簿读不出内容。"
        en: "this workbook cannot be opened: {reason}" => "open it in Excel or WPS, remove the password and save it as .xlsx or “CSV UTF-8”"; "A workbook that is encrypted or damaged gives no contents."
    }
    /// A workbook has no sheet of the name.
    SHEET_MISSING = "S017" "sheet-missing" Error {
        zh: "工作簿里没有名为“{sheet}”的工作表；现有：{sheets}" => "把 site.toml 的 [[source]] 里的 sheet 改成现有的名称"; "工作表按名称查找，必须完全一致。"
        en: "the workbook has no sheet `{sheet}`; it has {sheets}" => "set `sheet` in the `[[source]]` of site.toml to one of these names"; "Sheets are found by their exact name."
    }
    /// A TOML file lacks the table.
    TOML_TABLE_MISSING = "S018" "toml-table-missing" Error {
        zh: "文件里没有 [[{table}]]；现有：{tables}" => "每条记录用一行 [[{table}]] 开头"; "一个 TOML 文件可以放多种记录，靠双方括号里的名称区分。"
        en: "the file has no [[{table}]]; it has {tables}" => "begin each record with a line [[{table}]]"; "A TOML file may hold several kinds of record, told apart by the name in double brackets."
    }
    /// A file is a table of a kind that is not read.
    KIND_UNKNOWN = "S019" "kind-unknown" Error {
        zh: "不支持这种表格文件（{kind}）" => "用 Excel 或 WPS 打开，另存为 .xlsx 或“CSV UTF-8”"; "程序读 CSV、TSV、.xlsx 和 TOML；旧格式和网页格式请先另存。"
        en: "tables of this kind ({kind}) are not read" => "open the file in Excel or WPS and save it as .xlsx or “CSV UTF-8”"; "CSV, TSV, .xlsx and TOML are read; older formats and web pages have to be saved anew."
    }
    /// A file changed while the site was built.
    FILE_CHANGED = "S020" "file-changed" Error {
        zh: "文件“{path}”在生成过程中被改动了" => "保存并关闭正在编辑它的程序，然后重新生成"; "一次生成只能依据同一份数据，否则页面上的数字会互相矛盾。"
        en: "the file `{path}` was changed during the build" => "save and close it in the program that edits it, then build again"; "One build must rest on one state of the data, or its figures contradict each other."
    }
    /// The site folder is not a folder.
    SITE_FOLDER_MISSING = "S021" "site-folder-missing" Error {
        zh: "“{path}”不是文件夹" => "用 --site 指明站点文件夹，或先进入该文件夹再运行"; "站点是一个文件夹，里面有 site.toml。"
        en: "`{path}` is not a folder" => "name the site folder with --site, or change into it first"; "A site is a folder with a site.toml in it."
    }
    /// An entry of a TOML table is not made of keys and values.
    TOML_ENTRY_ODD = "S022" "toml-entry-odd" Error {
        zh: "“{table}”里的这一项不是一条记录" => "每条记录用一行 [[{table}]] 开头，下面写“键 = 值”"; "记录由键和值组成，别的写法无法对应到各列。"
        en: "this entry of `{table}` is not a record" => "begin each record with a line [[{table}]], followed by lines `key = value`"; "Records are made of keys and values; nothing else can be matched to columns."
    }
    /// A file is larger than what is read.
    FILE_TOO_LARGE = "S023" "file-too-large" Error {
        zh: "文件有 {size} MB，超过了 {most} MB 的上限，没有读取" => "删掉不相干的内容，或按年份拆成几个文件，在 [[source]] 的 files 里一起写上"; "太大的文件会占满内存，使电脑停住；这样大的文件多半是放错了。"
        en: "the file has {size} MB, more than the {most} MB that are read" => "delete what does not belong in it, or split it by year and name all parts in `files` of the `[[source]]`"; "A file that large would fill the memory until the machine stands still, and was mostly put there by mistake."
    }
    /// A text holds a NUL byte.
    NOT_TEXT = "S024" "not-text" Error {
        zh: "第 {line} 行第 {character} 个字符是空字节（NUL），这不是文本文件，或者已经损坏" => "用原来的程序打开，另存为“CSV UTF-8”或 .xlsx；如果是“Unicode 文本”，在 [[source]] 里写 encoding = \"utf-16\""; "文本里不会有空字节：多半是图片、程序或旧格式的表格改了扩展名，或者导出时中断了。"
        en: "character {character} of line {line} is a NUL byte: this is no text file, or a damaged one" => "open it in the program it comes from and save it as “CSV UTF-8” or .xlsx; for “Unicode text” set `encoding = \"utf-16\"` in the `[[source]]`"; "Text holds no NUL bytes: mostly a picture, a program or an old table was given another ending, or an export was cut off."
    }
    /// A cell is longer than what is read.
    CELL_TOO_LONG = "S025" "cell-too-long" Error {
        zh: "这个单元格有 {size} KB 或更多，超过了 {most} KB 的上限" => "检查这一行的引号和换行是否完整；如果内容本来这样长，请删去它，或把这一列从导出里去掉"; "电子表格的一个单元格最多约 100 KB，更长的多半是格式坏了，后面的行被并了进来。"
        en: "this cell has {size} KB or more, above the {most} KB that are read" => "check the quotes and line ends of this row; if the text is meant so, remove it or leave the column out of the export"; "A cell of a spreadsheet holds about 100 KB; a longer one mostly means a broken file whose rows ran together."
    }
    /// A row has more cells than any spreadsheet.
    TOO_MANY_COLUMNS = "S026" "too-many-columns" Error {
        zh: "这一行有 {columns} 列或更多，超过了 {most} 列的上限" => "检查换行是否丢失、分隔符是否认错（可在 [[source]] 里写 separator），或删掉空列"; "电子表格最多 16384 列，更多的多半是整个文件变成了一行。"
        en: "this row has {columns} columns or more, above the {most} that are read" => "check for lost line ends and a wrong separator (`separator` in the `[[source]]`), or delete empty columns"; "A spreadsheet has 16,384 columns at most; more of them mostly mean that the whole file became one row."
    }
    /// The name of a file is not UTF-8.
    FILE_NAME_ODD = "S027" "file-name-odd" Error {
        zh: "文件名“{path}”里有无法识别的文字" => "给文件改名，例如只用英文字母、数字和连字符"; "名称读不出来的文件无法在报告和清单里指明，也就不能悄悄略过或使用；在别的系统上打包的文件常会这样。"
        en: "the file name `{path}` holds letters that cannot be read" => "rename the file, for example with plain letters, digits and hyphens"; "A file whose name cannot be read cannot be named in reports and manifests, and is neither used nor passed over in silence; archives from other systems often bring such names."
    }
    /// A workbook unpacks to more than what is read.
    WORKBOOK_TOO_LARGE = "S028" "workbook-too-large" Error {
        zh: "这个工作簿解开后有 {size} MB，超过了 {most} MB 的上限，没有读取" => "删掉不相干的工作表和大片的空格式，或按年份拆成几个文件"; "小小的压缩文件可以解开成占满内存的内容。"
        en: "this workbook unpacks to {size} MB, more than the {most} MB that are read" => "delete sheets that do not belong in it and large empty formatted areas, or split it by year"; "A small packed file may unpack to what fills the memory."
    }
}
