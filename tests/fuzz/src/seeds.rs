//! Inputs to start from: the golden links, the cases of the model, and what people type.

use std::fs;
use std::path::{Path, PathBuf};

use zengshou::region::key::Key;

use crate::fixtures::{KEYS, REGION};

/// The project's tests.
fn tests() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_owned()
}

fn texts_in(folder: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(tests().join(folder)).expect("a folder of tests");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    let text = |path: &PathBuf| fs::read_to_string(path).expect("a readable file");
    paths.iter().map(text).collect()
}

fn bytes(texts: impl IntoIterator<Item = String>) -> Vec<Vec<u8>> {
    texts.into_iter().map(String::into_bytes).collect()
}

fn golden_links(folder: &str) -> Vec<String> {
    let link = |text: &String| {
        let golden: serde_json::Value = serde_json::from_str(text).ok()?;
        Some(golden.get("link")?.as_str()?.to_owned())
    };
    texts_in(folder, "json").iter().filter_map(link).collect()
}

/// The golden links, and those of them that fit as programs wrap them.
pub fn links() -> Vec<Vec<u8>> {
    let golden = golden_links("links");
    let link = golden.last().map_or("", String::as_str);
    let encoded: String = link
        .bytes()
        .map(|byte| match byte.is_ascii_alphanumeric() {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect();
    let quoted = link.replace('=', "=3D").replace('&', "&=\r\n");
    let wrapped = [
        format!("{link}&from=singlemessage&isappinstalled=0"),
        format!("https://c.pc.qq.com/middlem.html?pfurl={encoded}&pfuin=1"),
        format!("https://a.example/url?q={encoded}&sa=D"),
        format!("> 请看\n> {}\n> 谢谢", link.replace("&c", "\n> &c")),
        format!("您好：\n（{link}）。\n祝好"),
        quoted,
    ];
    bytes(golden.iter().cloned().chain(wrapped))
}

/// A file of an exercise and the golden links to exercises and results.
pub fn exercises() -> Vec<Vec<u8>> {
    let files = texts_in("fuzz/found/exercise", "json");
    bytes(files.into_iter().chain(golden_links("links/exercises")))
}

/// Keys and values that the model's cases set, a list a case.
fn cases() -> Vec<Vec<(String, String)>> {
    let set = |line: &str| {
        let (key, value) = line.strip_prefix("set ")?.trim().split_once(' ')?;
        Some((key.to_owned(), value.trim().to_owned()))
    };
    let of_file = |text: &String| {
        let cases = text
            .split("\ncase ")
            .map(|case| case.lines().filter_map(set).collect());
        cases.collect::<Vec<Vec<_>>>()
    };
    let all = texts_in("cases", "case");
    all.iter()
        .flat_map(of_file)
        .filter(|case| !case.is_empty())
        .collect()
}

/// The cases as scenario files, and files with all that can be in one.
pub fn files() -> Vec<Vec<u8>> {
    let of_case = |case: Vec<(String, String)>| {
        let values: serde_json::Map<_, _> = case
            .into_iter()
            .map(|(key, value)| (key, value.into()))
            .collect();
        serde_json::json!({ "region": REGION.id, "values": values }).to_string()
    };
    let whole = [
        r#"{"region":"zhangjiakou-2021","region_version":1,"name":"方案 甲","values":{"coverage":"0.85","jobs.outward.2025":"5000"},"notes":{"coverage":"市统计局 2022 年报"}}"#,
        r#"{"region":"zhangjiakou-2021","values":{},"tray":[{"name":"a","values":{"coverage":"0.9"}},{"name":"b","values":{},"notes":{"execution":"x"}}],"tray_reference":"2","draws":{"seed":"7","count":"2000","asset_return":"uniform_0_0.2"}}"#,
        r#"{"region":"elsewhere-2022","values":{}}"#,
        r#"{"region":"zhangjiakou-2021","values":{"coverage":0.85,"repeat":true,"x":null}}"#,
    ];
    bytes(
        cases()
            .into_iter()
            .map(of_case)
            .chain(whole.map(str::to_owned)),
    )
}

/// Entries of the browser's storage behind names of slots.
pub fn stored() -> Vec<Vec<u8>> {
    const NAMES: [&str; 4] = [
        "n0000000001-20261129-a\nn0000000002-20261130-b\n1764400000000-000000001",
        "n0000000007-20271301-x\nn18446744073709551615-20261129-y\nn-1--\nwork\n",
        "1764400000000-000000001\n9999999999999999-1\n0-0\n\u{202e}",
        "",
    ];
    let named = |(at, entry): (usize, Vec<u8>)| {
        let mut bytes = format!("{}\n\n", NAMES[at % NAMES.len()]).into_bytes();
        bytes.extend(entry);
        bytes
    };
    files().into_iter().enumerate().map(named).collect()
}

/// Texts that people type and copy.
pub fn typed() -> Vec<Vec<u8>> {
    const TYPED: [&str; 40] = [
        "85",
        "85%",
        "８５．５ ％",
        "-4",
        "107300",
        "10.73亿",
        "10.73 亿元",
        "1,234.5",
        "500元",
        "5,000",
        "1万",
        "1.5万人",
        "6761.10",
        "2。1",
        "8+5",
        "100+20",
        "51668-10000",
        "49600*0.95",
        "=B10*0.95",
        "-5%",
        "+5%",
        ".85",
        "85.",
        "(1,234)",
        "￥1,234.00",
        " - ",
        "10.73億元",
        "107300萬元",
        "1.5萬人",
        "2.1人/户",
        "5,000 元/户",
        "10⁴ yuan",
        "\u{202d}1,234\u{202c}",
        "8\u{200b}5",
        "0.85",
        "1e9",
        "(3+4)×2÷7",
        "1,5",
        "12,34,567",
        "--5",
    ];
    bytes(TYPED.map(str::to_owned))
}

/// Blocks of cells, behind the two bytes that choose where they go.
pub fn pasted() -> Vec<Vec<u8>> {
    const BLOCKS: [&str; 9] = [
        "1\t2\t3\n4\t5\t6",
        "51,668\t49,600\r\n",
        "(1,234)\t￥1,234.00\t - ",
        "合计\t100\t200\n产业\t60\t120",
        "\t2023\t2024\t2025\n中央 产业\t1\t2\t3",
        "85%\t0.85\t.85",
        "\n\n",
        "\"a\nb\"\t1",
        "49600*0.95\t=B10",
    ];
    let placed = |(at, block): (usize, &str)| {
        let at = u8::try_from(at * 3).unwrap_or_default();
        let mut bytes = vec![at, 0x11];
        bytes.extend_from_slice(block.as_bytes());
        bytes
    };
    BLOCKS.into_iter().enumerate().map(placed).collect()
}

/// Drafts as lines: a name, then `key=value`, `key:note` and `key~range`; or the parts of a link.
pub fn drafts() -> Vec<Vec<u8>> {
    let links = golden_links("links");
    let of_link = links.iter().map(|link| link.replace('&', "\n"));
    let of_case = cases().into_iter().map(|case| {
        let lines = case
            .into_iter()
            .map(|(key, value)| format!("{key}={value}"));
        format!("方案\n{}\n1", lines.collect::<Vec<_>>().join("\n"))
    });
    let own = [
        "a\ncoverage=0.9\ncoverage:市统计局\nasset_return~uniform_0_0.2\nseed~7\ncount~2000\n2",
        "tray.1=5pa55qGI55SyCmNvdmVyYWdlPTAuODU\ntray.reference=1\ndraw.seed=7\npresent",
    ];
    bytes(of_link.chain(of_case).chain(own.map(str::to_owned)))
}

/// Bytes that two scenarios and decisions are read out of.
pub fn choices() -> Vec<Vec<u8>> {
    (0_u8..32)
        .map(|start| {
            let mix = |at: u8| {
                at.wrapping_mul(start.wrapping_mul(2) | 1)
                    .wrapping_add(start)
            };
            (0..8 + start * 5).map(mix).collect()
        })
        .collect()
}

/// Pieces that mean something to a reader, to be put in anywhere.
pub fn words() -> Vec<Vec<u8>> {
    const PIECES: [&str; 70] = [
        "v=1",
        "v=3",
        "v=4",
        "v=9",
        "#v=1&",
        "&model=1",
        "&check=",
        "&region=zhangjiakou-2021.1",
        "&income=",
        "&lang=en",
        "&lang=zh-Hant",
        "tray.1=",
        "tray.9=",
        "tray.reference=",
        "draw.seed=",
        "note.",
        "present",
        "uniform_0_1",
        "pert_0_0.2",
        "triangular_0_0.1",
        "seed",
        "count",
        "&amp;",
        "%26",
        "%25",
        "%3D",
        "%E2%80%8B",
        "=3D",
        "=\r\n",
        "> ",
        "\"region\"",
        "\"values\"",
        "\"name\"",
        "\"notes\"",
        "\"tray\"",
        "\"draws\"",
        "\"tray_reference\"",
        "\"region_version\"",
        ":{",
        "},",
        ":\"",
        "true",
        "false",
        "null",
        "__proto__",
        "\\u0000",
        "\\ud800",
        "\u{feff}",
        "\u{202e}",
        "\u{200b}",
        "\u{ad}",
        "\u{61c}",
        "\u{e0041}",
        "\t",
        "\n",
        "万",
        "亿元",
        "萬",
        "億",
        "人/户",
        "元/户",
        "%",
        "+",
        "-5%",
        "×",
        "÷",
        "(",
        ")",
        "￥",
        "合计",
    ];
    let names = KEYS
        .iter()
        .flat_map(|key: &Key| [key.to_string(), key.code()]);
    bytes(PIECES.map(str::to_owned).into_iter().chain(names))
}

/// Registers with a row a household and with a row a person, and orders; the first byte is the length of pieces.
pub fn registers() -> Vec<Vec<u8>> {
    let plain = "县,户类型,监测对象类别,风险是否已消除,家庭人口数,工资性收入,生产经营净收入,财产性收入,转移性收入,年度\n\
        甲县,脱贫户,,,2,20000,3000,0,500.5,2021\n\
        乙县,一般农户,边缘易致贫户,是,1,9000,-20.10,0,0,2021\n";
    let persons = "某县监测信息\n县,户编号,人口编号,姓名,户类型,家庭人口数,工资性收入,生产经营性收入,生产经营性支出,财产性收入,转移性收入\n\
        甲县,1000000000,1,王某,脱贫户,2,\"20,000\",3000,1000,0,500.5\n\
        甲县,1000000000,2,李某,脱贫户,2,\"20,000\",3000,1000,0,500.5\n";
    let orders = [
        r#"{"sample":{"id":1,"rows":3,"seed":1}}"#,
        r#"{"at_risk":{"id":1,"filter":{"county":null,"kind":"lifted","under":"plan"},"offset":0,"count":5}}"#,
    ];
    let texts = [plain, persons].into_iter().chain(orders);
    bytes(texts.map(|text| format!("\u{1}{text}")))
}
