//! The tool as its users run it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const ARTICLE: &str = "Marlow Road Primary was rated good by Ofsted in June 2023.\n";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_inspectral"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_inspectral"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn lines(output: &[u8]) -> Vec<Value> {
    std::str::from_utf8(output).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn ids(output: &[u8]) -> Vec<String> {
    lines(output).iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A PDF of one page with the given words, written by hand.
fn pdf(words: &str) -> Vec<u8> {
    let stream = format!("BT /F1 12 Tf 72 720 Td ({words}) Tj ET");
    pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>",
        &format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ])
}

/// A PDF of the given objects, the first of them its catalogue.
fn pdf_of(objects: &[&str]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}

#[test]
fn a_folder_is_read_in_the_order_of_names_whatever_fails() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    for number in 0..300 {
        fs::write(folder.path().join(format!("in/{number:03}.txt")), ARTICLE).unwrap();
    }
    fs::write(folder.path().join("in/100.txt"), b"\x7fELF\x00\x00").unwrap();
    fs::write(folder.path().join("in/200.txt"), b"").unwrap();
    fs::write(folder.path().join("in/notes.md"), "not a document").unwrap();
    let output = run(folder.path(), &["extract", "in", "gone.txt"]);
    assert_eq!(output.status.code(), Some(1));
    let found = ids(&output.stdout);
    assert_eq!(found.len(), 298);
    assert!(found.is_sorted());
    let errors = errors(&output);
    assert!(errors.contains("100.txt: not a text at byte"), "{errors}");
    assert!(errors.contains("200.txt: it is empty"), "{errors}");
    assert!(errors.contains("gone.txt: "), "{errors}");
    assert!(errors.contains("301 documents") && errors.contains("3 failed"), "{errors}");
}

#[test]
fn the_number_of_jobs_does_not_change_the_output() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let one = run(fixtures, &["extract", "--jobs", "1", "fixtures/news", "fixtures/reports"]);
    let many = run(fixtures, &["extract", "--jobs", "4", "fixtures/news", "fixtures/reports"]);
    assert_eq!(one.status.code(), Some(0));
    assert!(!one.stdout.is_empty());
    assert!(one.stdout == many.stdout);
}

#[test]
fn json_lines_keep_their_identifiers_and_dates() {
    let input = concat!(
        r#"{"id": "a", "text": "Inspectors called in December.", "published": "2022-01-19", "more": 1}"#,
        "\n\n",
        "{\"id\": \"b\"}\n",
        r#"{"id": "c", "text": "Inspectors called in December.", "published": "yesterday"}"#,
        "\n",
        r#"{"id": "d", "text": "It is quiet."}"#,
    );
    let output = piped(&["extract", "--input-format", "jsonl", "-"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let found = lines(&output.stdout);
    assert_eq!(ids(&output.stdout), ["a", "d"]);
    assert_eq!(found[0]["dates"][0]["value"], "2021-12");
    let errors = errors(&output);
    assert!(errors.contains("-:3: not an object with 'id' and 'text'"), "{errors}");
    assert!(errors.contains("-:4 (c): 'yesterday' is not a date"), "{errors}");
}

#[test]
fn records_have_the_fields_of_the_contract() {
    let output = piped(&["extract", "--published", "2023-07-01", "-"], ARTICLE.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let line = &lines(&output.stdout)[0];
    assert_eq!(line["id"], "-");
    assert_eq!(line["input"]["encoding"], "utf-8");
    assert_eq!(line["document"]["published"], "2023-07-01");
    let rating = &line["ratings"][0];
    for field in
        ["span", "text", "grade", "judgement", "provider", "time", "date", "extent", "rule"]
    {
        assert!(rating.get(field).is_some(), "{field} is missing in {rating}");
    }
    assert!(rating["extent"].is_null());
}

#[test]
fn wrong_use_is_status_2() {
    let folder = TempDir::new().unwrap();
    for arguments in [
        &["extract"][..],
        &["extract", "--published", "soon", "."],
        &["extract", "--jobs", "0", "."],
        &["extract", "."],
        &["rules", "no.such_rule"],
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", errors(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn formats_are_told_by_content_and_spans_count_the_saved_text() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("report.txt"), pdf("The school was rated good in June 2023."))
        .unwrap();
    fs::write(folder.path().join("scan.pdf"), pdf("")).unwrap();
    fs::write(folder.path().join("broken.pdf"), b"%PDF-1.7\nnothing here").unwrap();
    fs::write(
        folder.path().join("page.pdf"),
        "<!doctype html><html><head><title>School praised</title>\
         <meta property='article:published_time' content='2024-05-03T09:00:00Z'></head><body><article>\
         <p>Marlow Road Primary was rated good by Ofsted on Tuesday, after a visit of two days, inspectors say.</p>\
         <p>Parents were glad to hear of it, and said so at some length to anybody who came by the school gate.</p>\
         </article></body></html>",
    )
    .unwrap();
    let output = run(folder.path(), &["extract", ".", "--save-text", "texts"]);
    assert_eq!(output.status.code(), Some(1));
    let found = lines(&output.stdout);
    assert_eq!(ids(&output.stdout), ["./page.pdf", "./report.txt"], "{}", errors(&output));
    assert_eq!(found[0]["input"]["format"], "html");
    assert_eq!(found[0]["document"]["published"], "2024-05-03");
    assert_eq!(found[1]["input"]["format"], "pdf");
    for (line, file) in found.iter().zip(["page.pdf", "report.txt"]) {
        let text = fs::read_to_string(folder.path().join(format!("texts/{file}.txt"))).unwrap();
        let rating = &line["ratings"][0];
        let ends = |end: &str| usize::try_from(rating["span"][end].as_u64().unwrap()).unwrap();
        assert_eq!(&text[ends("start")..ends("end")], "good");
    }
    let errors = errors(&output);
    assert!(errors.contains("scan.pdf: a PDF without text"), "{errors}");
    assert!(errors.contains("broken.pdf: "), "{errors}");
}

#[test]
fn another_program_can_read_the_pdfs() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.pdf"), pdf("ignored")).unwrap();
    let output = run(folder.path(), &["extract", "a.pdf", "--pdf-text-command", "echo rated good"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let output =
        run(folder.path(), &["extract", "a.pdf", "--pdf-text-command", "no-such-program {}"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("no-such-program"), "{}", errors(&output));
}

#[test]
fn output_goes_to_a_file() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), ARTICLE).unwrap();
    let output = run(folder.path(), &["extract", "a.txt", "--output", "found.jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.is_empty());
    assert_eq!(ids(&fs::read(folder.path().join("found.jsonl")).unwrap()), ["a.txt"]);
    let output = run(folder.path(), &["extract", "a.txt", "--output", "no/such/folder"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("cannot write no/such/folder"), "{}", errors(&output));
}

#[test]
fn the_table_has_a_row_for_each_inspection() {
    let folder = TempDir::new().unwrap();
    let report = "Inspection of Bury local authority children’s services\n\
        Inspection dates: 8 to 19 June 2026\nJudgement\n\nGrade\n\n\
        The impact of leaders on social work\npractice with children and families\n\nGood\n\n\
        The experiences and progress of\nchildren in care\n\nOutstanding\n\n\
        What needs to improve?\n◼ The quality of plans, so that they are clear.\n◼ Oversight by managers.\n";
    fs::write(folder.path().join("bury.txt"), report).unwrap();
    fs::write(folder.path().join("news.txt"), ARTICLE).unwrap();
    let output = run(folder.path(), &["table", "."]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let mut table = csv::Reader::from_reader(&output.stdout[..]);
    let columns = table.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let cell = |row: usize, column: &str| {
        let at =
            columns.iter().position(|name| name == column).unwrap_or_else(|| panic!("{column}"));
        rows[row].get(at).unwrap().to_owned()
    };
    assert_eq!(rows.len(), 2);
    assert_eq!(cell(0, "file"), "./bury.txt");
    assert_eq!(cell(0, "code"), "E08000002");
    assert_eq!(
        (cell(0, "leaders"), cell(0, "children_in_care")),
        ("good".into(), "outstanding".into())
    );
    assert_eq!((cell(0, "start"), cell(0, "end")), ("2026-06-08".into(), "2026-06-19".into()));
    assert_eq!(cell(0, "areas_to_improve"), "2");
    assert_eq!(cell(1, "overall"), "good");
    assert_eq!(cell(1, "leaders"), "");
}

#[test]
fn what_is_shown_is_the_text_with_its_records() {
    let output = piped(&["show", "-"], ARTICLE.as_bytes());
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(!shown.contains('\u{1b}'), "no colours in a pipe");
    assert!(shown.contains("[good]‹good, overall, Marlow Road Primary"), "{shown}");
    assert!(shown.contains("[June 2023]‹2023-06"), "{shown}");
    let only = piped(&["show", "-", "--only", "dates"], ARTICLE.as_bytes());
    let only = String::from_utf8(only.stdout).unwrap();
    assert!(only.contains("rated good by") && only.contains("[June 2023]"), "{only}");
}

#[test]
fn rules_schema_and_completions_are_printed() {
    let folder = Path::new(".");
    let rules = run(folder, &["rules", "date."]);
    let rules = String::from_utf8(rules.stdout).unwrap();
    assert!(rules.contains("date.month") && !rules.contains("rating."), "{rules}");
    let schema = run(folder, &["schema"]).stdout;
    let schema: Value = serde_json::from_slice(&schema).unwrap();
    assert!(schema["properties"]["ratings"].is_object());
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = run(folder, &["completions", shell]);
        assert!(String::from_utf8_lossy(&script.stdout).contains("inspectral"), "{shell}");
    }
    let help = String::from_utf8(run(folder, &["extract", "--help"]).stdout).unwrap();
    assert!(help.contains("Examples:") && help.contains("Exit status"), "{help}");
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_inspectral"))
        .args(["extract", "fixtures/news", "fixtures/reports"])
        .current_dir(fixtures)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
}

#[test]
fn hostile_files_fail_alone() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, bytes: Vec<u8>| fs::write(folder.path().join(name), bytes).unwrap();
    let catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
    let pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    let draws = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
                 /Resources << /XObject << /X 5 0 R >> >> >>";
    let content = "<< /Length 5 >>\nstream\n/X Do\nendstream";
    let form = "<< /Subtype /Form /Length 5 /Resources << /XObject << /X 5 0 R >> >> >>\n\
                stream\n/X Do\nendstream";
    let bare = "<< /Subtype /Form /Length 5 >>\nstream\n/X Do\nendstream";
    write("a-fine.pdf", pdf("The school was rated good in June 2023."));
    write("no-pages.pdf", pdf_of(&[catalogue, "<< /Type /Pages /Kids [] /Count 0 >>"]));
    write("no-text.pdf", pdf(""));
    write("draws-itself.pdf", pdf_of(&[catalogue, pages, draws, content, form]));
    write("draws-itself-too.pdf", pdf_of(&[catalogue, pages, draws, content, bare]));
    let parent = "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>";
    let orphan = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>";
    write("own-parent.pdf", pdf_of(&[catalogue, parent, orphan, content]));
    write("deep.html", format!("<html><body>{}x", "<div>".repeat(200_000)).into_bytes());
    write("z-fine.txt", ARTICLE.into());
    let output = run(folder.path(), &["extract", "."]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(ids(&output.stdout), ["./a-fine.pdf", "./z-fine.txt"], "{}", errors(&output));
    let errors = errors(&output);
    for told in [
        "no-pages.pdf: a PDF without pages",
        "no-text.pdf: a PDF without text",
        "draws-itself.pdf: a damaged PDF",
        "draws-itself-too.pdf: a damaged PDF",
        "own-parent.pdf: a damaged PDF",
        "deep.html: a web page with too many elements",
    ] {
        assert!(errors.contains(told), "{told} is missing in {errors}");
    }
}

#[test]
fn a_page_is_decoded_as_it_says_and_dated_if_it_can_be() {
    let folder = TempDir::new().unwrap();
    let body = "<article><h1>Marlow praised</h1><p>Marlow Road Primary was rated good by Ofsted on \
                Tuesday, after a visit of two days, inspectors say.</p><p>Parents were glad to hear \
                of it, and said so at length to anybody who came by the gate.</p></article>";
    let page = |head: &str| {
        format!("<!doctype html><html><head>{head}<title>Skola</title></head><body>{body}")
    };
    let old = page("<meta charset='windows-1250'>").replace("Skola", "\u{1}kola");
    let old: Vec<u8> = old.bytes().map(|byte| if byte == 1 { 0x8a } else { byte }).collect();
    fs::write(folder.path().join("old.html"), old).unwrap();
    let odd = page("<meta property='article:published_time' content='2024-13-45'>");
    fs::write(folder.path().join("odd.html"), odd).unwrap();
    let output = run(folder.path(), &["extract", ".", "--save-text", "texts"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let found = lines(&output.stdout);
    assert!(found[0]["document"]["published"].is_null());
    assert_eq!(found[1]["input"]["encoding"], "windows-1250");
    let text = fs::read_to_string(folder.path().join("texts/old.html.txt")).unwrap();
    assert!(text.starts_with("Škola"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_program_that_hangs_or_floods_is_stopped() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.pdf"), pdf("Good.")).unwrap();
    // Seconds: what hangs is stopped soon, the others have time enough on the slowest machine.
    for (seconds, body, told) in [
        ("1", "exec sleep 600", "was stopped: it had not finished after 1 s"),
        ("1", "exec >&- sleep 600", "was stopped: it had not finished after 1 s"),
        ("600", "exec yes", "was stopped: it wrote more than"),
        ("600", "echo no; echo why >&2; exit 3", "failed on the PDF: why"),
    ] {
        fs::write(folder.path().join("read"), body).unwrap();
        let arguments =
            ["extract", "a.pdf", "--pdf-text-command", "sh read {}", "--pdf-timeout", seconds];
        let output = run(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(errors(&output).contains(told), "{body}: {}", errors(&output));
    }
}

#[cfg(unix)]
#[test]
fn what_a_stopped_program_has_started_stops_with_it() {
    use std::io::Read;
    use std::sync::mpsc;
    use std::time::Duration;

    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.pdf"), pdf("Good.")).unwrap();
    // Whoever has it open for writing keeps its reader waiting.
    let held = folder.path().join("held");
    assert!(Command::new("mkfifo").arg(&held).status().unwrap().success());
    fs::write(folder.path().join("read"), "sleep 300 > held & wait").unwrap();
    let (sender, receiver) = mpsc::channel();
    let reader = held.clone();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        sender.send(fs::File::open(reader).unwrap().read_to_end(&mut bytes)).unwrap();
    });
    let arguments = ["extract", "a.pdf", "--pdf-text-command", "sh read {}", "--pdf-timeout", "2"];
    let output = run(folder.path(), &arguments);
    assert!(errors(&output).contains("was stopped"), "{}", errors(&output));
    let closed = (0..120).any(|_| {
        // On a slow machine nothing was started in time: then nobody but the test opens it.
        drop(fs::OpenOptions::new().read(true).write(true).open(&held).unwrap());
        receiver.recv_timeout(Duration::from_secs(1)).is_ok()
    });
    assert!(closed, "what the program has started still runs");
}
