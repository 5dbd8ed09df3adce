//! Faults of the step `press`: a browser that prints, and what it put on paper.

super::rules! {
    /// No browser of the Chromium family was found.
    NO_BROWSER = "B001" "no-browser" Error {
        zh: "打印 PDF 要借用这台电脑上的浏览器，但没有找到" => "安装 Microsoft Edge、Google Chrome 或 Chromium；装在别处的，用 --browser 写明程序的路径。也可以手工打印：打开已发布网站里的 print/index.html，点开要印的单子，在打印对话框里选单子上写明的纸张，边距选“无”（没有就选“默认”），缩放 100%，勾选“背景图形”"; "单子只有网页一种版式，PDF 由浏览器照着网页印出来，所以要有一个 Chromium 系的浏览器。"
        en: "PDFs are printed by a browser of this computer, but none was found" => "install Microsoft Edge, Google Chrome or Chromium; for one that stands elsewhere, give its program by --browser. To print by hand: open print/index.html of the published site, open the sheet, and in the print dialog choose the paper named on the sheet, margins “none” (else “default”), scale 100 %, background graphics on"; "A sheet has one layout, the page; the PDF is that page as a browser prints it, so a browser of the Chromium family is needed."
    }
    /// The browser that was named is not there.
    BROWSER_MISSING = "B002" "browser-missing" Error {
        zh: "没有找到浏览器程序“{path}”" => "检查 --browser 后面的路径；不写 --browser 时，程序自己找 Edge、Chrome 或 Chromium"; "点名要用的浏览器不在，就不另用一个：印出来的样子可能不同。"
        en: "the browser `{path}` does not exist" => "check the path after --browser; without --browser, Edge, Chrome or Chromium is looked for"; "Where a browser is named no other is taken, for its prints may look different."
    }
    /// The browser ended instead of starting.
    BROWSER_FAILED = "B003" "browser-failed" Error {
        zh: "浏览器“{path}”没能启动：{why}" => "确认这是 Edge、Chrome 或 Chromium 的程序，自己打开一次看看；或用 --browser 换一个"; "程序要在后台启动浏览器来打印，启动不了就什么也印不出来。"
        en: "the browser `{path}` did not start: {why}" => "make sure that it is the program of Edge, Chrome or Chromium and opens by hand; or name another by --browser"; "The browser is started in the background to print; one that does not start prints nothing."
    }
    /// The browser does not answer.
    BROWSER_SILENT = "B004" "browser-silent" Error {
        zh: "浏览器“{path}”{seconds} 秒没有回应" => "再运行一次；总是这样，就用 --browser 换一个，或请管理员看看单位的策略是否禁止了浏览器的远程调试"; "浏览器停住时程序不会一直等下去；浏览器已被关闭，没有留下别的东西。"
        en: "the browser `{path}` did not answer for {seconds} seconds" => "run again; if it stays so, name another by --browser, or ask whether a policy of your office forbids remote debugging"; "Nobody waits for ever for a browser that hangs; it was closed and left nothing behind."
    }
    /// The browser answered, but did not print.
    SHEET_UNPRINTED = "B005" "sheet-unprinted" Error {
        zh: "浏览器没能打印“{sheet}”：{why}" => "再运行一次；总是这样，就更新浏览器，或用 --browser 换一个"; "浏览器拒绝了这一份，或者中途退出了。"
        en: "the browser did not print `{sheet}`: {why}" => "run again; if it stays so, update the browser or name another by --browser"; "The browser refused this sheet, or ended on the way."
    }
    /// A PDF that is not written as expected.
    PDF_UNKNOWN = "B006" "pdf-unknown" Error {
        zh: "浏览器“{path}”印出的 PDF 不是程序认得的写法" => "用 --browser 换一个浏览器，Edge、Chrome 和 Chromium 都可以"; "PDF 里的日期要换成数据截止日，页数要核对；认不得的写法做不到这些。"
        en: "the PDF that the browser `{path}` made is not written in a way known here" => "name another browser by --browser: Edge, Chrome and Chromium will do"; "The dates in a PDF become the as-of date and its pages are counted; neither can be done in a file that is not understood."
    }
    /// A sheet gave more or fewer pages than it should.
    SHEET_PAGES = "B007" "sheet-pages" Error {
        zh: "“{sheet}”应是 {expected} 页，印出来是 {pages} 页" => "内容太多就删短单子上的文字（站点的说明、公告、社区和团队的介绍）；改过主题的，检查纸张大小、边距和字号"; "贴在公告栏的单子必须正好是这么多张纸，多出一页就没有人看得到。"
        en: "`{sheet}` should be {expected} pages, but prints as {pages}" => "shorten the words on the sheet (notices, introductions of communities and teams); in a theme of your own, check paper, margins and sizes of type"; "A sheet on a notice board is exactly so many pages; one more is one that nobody sees."
    }
    /// Words that do not fit their box.
    SHEET_CLIPPED = "B008" "sheet-clipped" Error {
        zh: "“{sheet}”上有 {count} 处内容放不下，印出来会缺一截，第一处是“{text}…”" => "删短那里的文字；改过主题的，把那一块放大或把字号改小"; "被裁掉的字读者看不到，也不知道缺了什么。"
        en: "on `{sheet}` too little room is left in {count} places, and words would be cut off; the first is “{text}…”" => "shorten the words there; in a theme of your own, enlarge the box or use smaller type"; "Words that are cut off cannot be read, and nobody knows that they are missing."
    }
}
