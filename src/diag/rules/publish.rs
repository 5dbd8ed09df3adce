//! Faults of the step `publish`.

super::rules! {
    /// The output folder is the site folder, or holds it.
    OUT_HOLDS_SITE = "P001" "out-holds-site" Error {
        zh: "输出文件夹“{out}”就是站点文件夹，或者包含站点文件夹" => "换一个输出文件夹，例如站点文件夹里的 public"; "发布时整个输出文件夹会被换成新的一份，站点的原始资料不能放在里面。"
        en: "the output folder `{out}` is the site folder or holds it" => "choose another output folder, such as `public` inside the site folder"; "Publishing replaces the whole output folder, so the site's own files must not be in it."
    }
    /// The output folder holds files, but no manifest.
    OUT_NOT_OURS = "P002" "out-not-ours" Error {
        zh: "输出文件夹“{out}”里有文件，但不是本程序发布的" => "换一个空文件夹，或者确认不要这些文件后先把它们移走"; "没有发布清单（manifest.json）就分不清哪些文件是别人的，程序不会动别人的文件。"
        en: "the output folder `{out}` holds files that were not published by this program" => "choose an empty folder, or move these files away first"; "Without a manifest.json nobody can tell whose files these are, and files of others are never touched."
    }
    /// The output is a file or has no name.
    OUT_NOT_FOLDER = "P003" "out-not-folder" Error {
        zh: "“{out}”不能作为输出文件夹" => "给出一个文件夹的名称，例如 public"; "网站由许多文件组成，要放进一个自己的文件夹。"
        en: "`{out}` cannot be the output folder" => "name a folder, such as `public`"; "A site is many files and needs a folder of its own."
    }
    /// A manifest cannot be read, or does not agree with itself.
    MANIFEST_BROKEN = "P004" "manifest-broken" Error {
        zh: "发布清单“{path}”不存在、已损坏或被改动过" => "从备份恢复这个文件，或者换一个空的输出文件夹重新发布"; "清单记录发布过的每个文件和历次发布的校验值；清单不可信时，程序不在它上面继续发布。"
        en: "the manifest `{path}` is missing, damaged or was altered" => "restore that file from a backup, or publish into an empty folder"; "The manifest lists every published file and the chain of releases; nothing is built upon one that cannot be trusted."
    }
    /// Another build is writing the same folder.
    TWO_BUILDS = "P005" "two-builds" Error {
        zh: "另一个程序正在往“{out}”发布" => "等它结束后再运行一次"; "两次发布同时进行会互相覆盖。"
        en: "another build is publishing into `{out}` right now" => "wait until it is done, then run this again"; "Two builds at once would overwrite each other."
    }
    /// No space is left.
    DISK_FULL = "P006" "disk-full" Error {
        zh: "磁盘空间不足，写不下“{path}”" => "清理磁盘或换一个磁盘后再运行；原来的网站没有变动"; "新网站先完整写好再替换旧的，所以需要能同时放下两份的空间。"
        en: "the disk is full: `{path}` could not be written" => "free some space and run again; the site that stands was not changed"; "The new site is written whole before it replaces the old one, so both must fit."
    }
    /// The system does not let us.
    DISK_DENIED = "P007" "disk-denied" Error {
        zh: "没有权限读写“{path}”" => "请管理员给这个文件夹加上写入权限，或换一个文件夹"; "发布要在输出文件夹旁边建立新文件夹，再把两者对换。"
        en: "no permission to read or write `{path}`" => "ask for write permission on that folder, or choose another"; "Publishing makes a new folder beside the output folder and exchanges the two."
    }
    /// Anything else that goes wrong with the disk.
    DISK_FAULT = "P008" "disk-fault" Error {
        zh: "读写“{path}”时系统报错：{why}" => "检查磁盘和网络盘是否正常后再运行；原来的网站没有变动"; "系统拒绝了一次读写，程序不在不完整的结果上继续。"
        en: "the system failed on `{path}`: {why}" => "check the disk or the network share and run again; the site that stands was not changed"; "The system refused to read or write; nothing is published from half a result."
    }
    /// An address that is not a plain relative path.
    ADDRESS_UNFIT = "P009" "address-unfit" Error {
        zh: "“{address}”不能作为网页地址" => "换一个编号或名称，只用小写字母、数字和连字符"; "网页要能在任何电脑、内网和 U 盘上打开，有些字符和名称在那里不允许。"
        en: "`{address}` cannot be the address of a file" => "choose an id of lower-case letters, digits and hyphens"; "Pages must open on any computer, share or USB stick, and some characters and names are not allowed there."
    }
    /// Two files of one address.
    ADDRESS_TWICE = "P010" "address-twice" Error {
        zh: "两个文件要用同一个地址“{address}”（另一个是“{other}”）" => "给其中一个换一个编号"; "一个地址只能有一个文件；只差大小写的地址在 Windows 上是同一个文件。"
        en: "two files want the address `{address}` (the other is `{other}`)" => "give one of them another id"; "An address has one file, and addresses that differ by case alone are one file on Windows."
    }
    /// A relative link that leads nowhere.
    LINK_BROKEN = "P011" "link-broken" Error {
        zh: "网页“{page}”链接到“{target}”，但没有这个文件" => "改正链接，或补上这个文件"; "公示网站上不能有打不开的链接。"
        en: "the page `{page}` links to `{target}`, which does not exist" => "correct the link or add the file"; "A link on a public site must open."
    }
    /// A link to an id that the target does not have.
    FRAGMENT_MISSING = "P012" "fragment-missing" Error {
        zh: "网页“{page}”链接到“{target}”，但那个网页里没有这个位置" => "改正链接里 # 后面的部分"; "每个数字都要能点到它的说明和记录，位置不存在就点不到。"
        en: "the page `{page}` links to `{target}`, but that page has no such id" => "correct the part after the `#`"; "Every number leads to its definition and its records; an id that is missing leads nowhere."
    }
    /// A link that starts at the root of a server.
    LINK_ROOTED = "P013" "link-rooted" Error {
        zh: "网页“{page}”里的链接“{target}”从服务器根目录算起" => "改成从本页算起的相对链接"; "网站要能放在子文件夹、内网共享和 U 盘里打开，那里没有服务器根目录。"
        en: "the link `{target}` on `{page}` starts at the root of a server" => "make it relative to the page"; "The site must open from a subfolder, a share or a USB stick, where there is no such root."
    }
    /// Something from another host, or a scheme that is not allowed.
    LINK_EXTERNAL = "P014" "link-external" Error {
        zh: "网页“{page}”要从外部加载“{target}”，或使用了不允许的链接种类" => "把文件放进站点里用；链接只能是 http、https、mailto 或 tel"; "网页不从别处加载任何东西，这样内网能打开，也不会泄露谁在看。"
        en: "the page `{page}` loads `{target}` from elsewhere, or links in a way that is not allowed" => "put the file into the site; links may be http, https, mailto or tel"; "Pages load nothing from elsewhere, so they open on an intranet and tell nobody who reads them."
    }
    /// An id that occurs twice on a page.
    ID_TWICE = "P015" "id-twice" Error {
        zh: "网页“{page}”里“{id}”这个 id 出现了不止一次" => "让每个 id 只出现一次"; "链接、读屏软件和图表都靠 id 找到位置，重复就会找错。"
        en: "the id `{id}` occurs more than once on `{page}`" => "use each id once"; "Links, screen readers and charts find their place by id, and find the wrong one if it occurs twice."
    }
    /// A number that is none.
    NUMBER_LEFT = "P016" "number-left" Error {
        zh: "“{page}”里该是数字的地方出现了“{word}”" => "检查数据里的空值；如果这是表格里的“无数据”写法，把它列为无值词"; "算不出来的数要写明原因，不能把程序的内部写法公示出去。"
        en: "`{page}` shows `{word}` where a number belongs" => "check the data for missing values; if a table uses it for “no value”, declare it as such a word"; "A figure that cannot be computed says why; it never shows a program's word for it."
    }
    /// A text file that is no UTF-8.
    NOT_UTF8 = "P017" "not-utf8" Error {
        zh: "“{page}”不是 UTF-8 编码" => "把主题里的这个文件另存为 UTF-8"; "网页、样式和表格都按 UTF-8 发布，否则中文会变成乱码。"
        en: "`{page}` is not UTF-8" => "save that file of the theme as UTF-8"; "Pages, styles and tables are published as UTF-8; anything else garbles the text."
    }
    /// A file of someone else where we need to write.
    FOREIGN_IN_WAY = "P018" "foreign-in-way" Error {
        zh: "输出文件夹里的“{path}”是别人放的，正好占了要发布的地址" => "把这个文件移走或改名，再运行一次"; "程序只替换自己发布过的文件，不覆盖别人的。"
        en: "`{path}` in the output folder was put there by someone else and is in the way" => "move or rename that file and run again"; "Only files that this program published are replaced, never those of others."
    }
    /// A file of someone else, kept.
    FOREIGN_KEPT = "P019" "foreign-kept" Note {
        zh: "输出文件夹里的“{path}”不是本程序发布的，已原样保留" => "如果不该在那里，请自己删除"; "别人放进输出文件夹的文件不会被删除，但也没有经过检查。"
        en: "`{path}` in the output folder was not published by this program and was kept" => "delete it yourself if it does not belong there"; "Files that others put there are never deleted, but they were not checked either."
    }
    /// A published file that someone changed, replaced.
    CHANGED_REPLACED = "P020" "changed-replaced" Warning {
        zh: "已发布的“{path}”被人改动过，现已换成新生成的" => "要改内容，请改站点里的数据或模板，不要改输出文件夹"; "直接改已发布的网页，下次发布就会丢失，也对不上校验值。"
        en: "the published file `{path}` had been changed by someone and was replaced" => "change the data or the theme, not the output folder"; "A change to a published page is lost with the next build and does not match its checksum."
    }
    /// A published file that someone changed and that is no longer made, kept.
    CHANGED_KEPT = "P021" "changed-kept" Warning {
        zh: "以前发布的“{path}”被人改动过，现在已不再生成，已原样保留" => "如果不再需要，请自己删除"; "被人改过的文件里可能有别处没有的内容，所以不自动删除。"
        en: "`{path}` was published before, was changed by someone and is no longer made; it was kept" => "delete it yourself if it is not needed"; "A changed file may hold what nobody has elsewhere, so it is not deleted."
    }
    /// A file of ours that cannot be replaced while someone looks at it.
    FILE_IN_USE = "P022" "file-in-use" Error {
        zh: "“{path}”换不成新的：它正被别的程序打开着，或者不许改写" => "关闭正在看这份文件的程序（PDF 阅读器、浏览器）后再运行一次"; "Windows 不让人替换正被打开的文件；原来的那一份没有变动。"
        en: "`{path}` could not be replaced: another program has it open, or it may not be written" => "close the program that shows it (a PDF reader, a browser) and run again"; "Windows does not let a file be replaced while it is open; the one that stands was not changed."
    }
    /// The output folder lies where the site is read from.
    OUT_IN_INPUT = "P023" "out-in-input" Error {
        zh: "输出文件夹“{out}”在站点的 data、content 或 themes 里面" => "换一个输出文件夹，例如站点文件夹里的 public"; "这些文件夹里的文件会全部被读取，发布到那里的网站下次就会被当成原始资料。"
        en: "the output folder `{out}` lies in `data`, `content` or `themes` of the site" => "choose another output folder, such as `public` inside the site folder"; "Everything in these folders is read, so a site published there would become the input of the next build."
    }
    /// A page without a policy, or with one that forbids too little.
    POLICY_MISSING = "P030" "policy-missing" Error {
        zh: "网页“{page}”没有够用的内容安全策略：{what_zh}" => "在主题的模板里，紧跟 <meta charset> 写 <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:; img-src 'self' data: file:; base-uri 'none'; form-action 'none'\">"; "这一行让浏览器拒绝一切不是本站的脚本和内容；就算有坏东西混进了页面，也不会运行。"
        en: "the page `{page}` has no sufficient Content-Security-Policy: {what_en}" => "write into the template of the theme, right after <meta charset>: <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:; img-src 'self' data: file:; base-uri 'none'; form-action 'none'\">"; "By this line browsers refuse every script and content that is not the site's own; even what was slipped into a page does not run."
    }
    /// A script, style or event handler that stands in the page itself.
    INLINE_CODE = "P031" "inline-code" Error {
        zh: "网页“{page}”里直接写了脚本或样式：{what}" => "样式写进主题的 assets/*.css，用 class 引用；脚本写进 assets/*.js，用 <script src> 引用"; "内容安全策略不许页面里直接写脚本和样式，浏览器不会执行；一旦放开，混进页面的脚本也会执行。"
        en: "script or style stands in the page `{page}` itself: {what}" => "put styles into assets/*.css of the theme and name them by class, scripts into assets/*.js and load them by <script src>"; "The policy forbids script and style within pages, so browsers ignore them; were it loosened, a script slipped into a page would run as well."
    }
    /// Something of a person in a finished file.
    PRIVATE_LEFT = "P033" "private-left" Error {
        zh: "做好的文件“{page}”{more_zh}里有个人信息 {found}" => "在主题里找（themes/ 下的模板、样式、脚本和附带的文件），找到就删去；确属公开的工作号码，写进 site.toml 的 [privacy] public_numbers。主题里没有的是程序的毛病，请把这条消息告诉维护者"; "资料都检查过了；做好的每个文件（网页、图、表、订阅、PDF）写下之前，还要照读者读到的样子再看一遍。这时还有，就是主题写进去的，或是程序漏掉的。"
        en: "the finished file `{page}`{more_en}: personal data, {found}" => "look for it in the theme (templates, styles, scripts and other files below themes/) and remove it there; a work number meant for the public goes into [privacy] public_numbers of site.toml. If the theme does not have it, this is a fault of the program: please tell its maintainers"; "The input was looked at before. Every finished file (page, chart, table, feed, PDF) is read once more as its readers read it before it is written; what is found then was written by the theme, or missed by the program."
    }
    /// A picture that says where it was taken.
    PHOTO_POSITION = "P034" "photo-position" Error {
        zh: "图片“{page}”里记着拍摄地点" => "另存一份不含位置信息的图片，放回原处：Windows 里右键看“属性—详细信息—删除属性和个人信息”，手机上截一张图也行；以后拍照先关掉相机的位置信息"; "手机拍的照片里常写着经纬度，谁下载都能看到在谁家门口拍的；图片看不出来，程序也不替人改图片。"
        en: "the picture `{page}` says where it was taken" => "save a copy without its position and put it in the same place: on Windows, Properties, Details, Remove Properties and Personal Information; a screenshot will do as well. Turn off the position in the camera from now on"; "Photographs of telephones often hold latitude and longitude, and whoever downloads one can tell at whose door it was taken. Nobody sees it in the picture, and the program does not change pictures."
    }
    /// A PDF whose words cannot be read.
    PDF_UNREAD = "P035" "pdf-unread" Error {
        zh: "PDF“{page}”里的文字读不出来，看不了里面有没有个人信息" => "主题附带的 PDF，换成没有加密、文字能复制的；程序打印的单子，用 --browser 换一个浏览器（Edge、Chrome 和 Chromium 都可以）"; "写下之前要看过每个文件的文字；读不懂的 PDF 里有什么，谁也说不准。"
        en: "the words of the PDF `{page}` cannot be read, so nobody can tell whether it holds personal data" => "replace a PDF that the theme brings along by one that is not encrypted and whose text can be copied; for sheets printed by the program, name another browser by --browser (Edge, Chrome and Chromium will do)"; "The words of every file are looked at before it is written, and what a PDF holds that is not understood nobody knows."
    }
}
