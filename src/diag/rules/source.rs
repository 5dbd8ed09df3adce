//! Faults in finding, reading and decoding files.

super::rules! {
    /// A file that is named does not exist.
    FILE_MISSING = "S001" "file-missing" Error {
        zh: "找不到文件“{path}”" => "检查文件名和所在文件夹；路径从站点文件夹算起"; "站点只从自己的文件夹里读文件，名称必须完全一致（含大小写）。"
        en: "the file `{path}` does not exist" => "check the name and the folder; paths start at the site folder"; "A site reads only files in its own folder, under their exact names."
    }
}
