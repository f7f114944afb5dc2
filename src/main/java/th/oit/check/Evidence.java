package th.oit.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import th.oit.document.Document;
import th.oit.document.DocumentReader;
import th.oit.document.TextLayer;
import th.oit.finding.Finding;
import th.oit.finding.Rule;

/** Judges the files to which an item's page leads. */
final class Evidence {
  /** Larger than this, a file takes minutes over a weak mobile line. */
  private static final long LARGE = 20_000_000;

  private final Path root;
  private final DocumentReader reader;
  private final SharedEvidence shared;

  Evidence(Path root, DocumentReader reader) {
    this.root = root;
    this.reader = reader;
    this.shared = new SharedEvidence(root, reader);
  }

  /** Which files several items show. */
  SharedEvidence shared() {
    return shared;
  }

  /** What is wrong with a file; nothing for links that lead to pages. */
  List<Finding> judge(PageFacts.FileLink link, Targets.Target target) {
    String href = link.href();
    switch (target.kind()) {
      case EXTERNAL -> {
        return link.declared()
            ? List.of(
                Finding.of(
                        Rule.EVIDENCE_EXTERNAL_HOST,
                        "หลักฐาน " + href + " อยู่บนเว็บไซต์อื่น",
                        "the evidence " + href + " is kept on another host")
                    .hint(
                        "ดาวน์โหลดไฟล์มาวางไว้ข้างหน้านี้ แล้วแก้ลิงก์",
                        "download the file, put it beside the page and link to that"))
            : List.of();
      }
      case INTERNAL -> {
        if (!target.stands()) {
          return link.declared()
              ? List.of(
                  Finding.of(
                          Rule.EVIDENCE_MISSING,
                          "ไม่มีไฟล์หลักฐาน " + href,
                          "the evidence file " + href + " is not there")
                      .hint(
                          "วางไฟล์ไว้ข้างหน้านี้ หรือแก้ชื่อใน evidence: ให้ตรงกับชื่อไฟล์",
                          "put the file beside the page, or mend its name in 'evidence:'"))
              : List.of();
        }
        return target.file().endsWith(".html") ? List.of() : document(href, target.file());
      }
      default -> {
        return List.of();
      }
    }
  }

  /** Whether a file of the site can be opened by anybody. */
  boolean opens(String file) {
    try {
      return reader.read(root.resolve(file)).condition() == Document.Condition.OK;
    } catch (IOException e) {
      return false;
    }
  }

  private List<Finding> document(String href, String file) {
    Document document;
    try {
      document = reader.read(root.resolve(file));
    } catch (IOException e) {
      return List.of(
          Finding.of(
              Rule.EVIDENCE_DAMAGED,
              "เปิดไฟล์ " + href + " ไม่ได้: " + e.getMessage(),
              href + " cannot be read: " + e.getMessage()));
    }
    return switch (document.condition()) {
      case EMPTY ->
          List.of(
              Finding.of(Rule.EVIDENCE_EMPTY, "ไฟล์ " + href + " ว่างเปล่า", href + " is empty")
                  .hint("วางไฟล์ที่มีเนื้อหาแทน", "put the real file in its place"));
      case WRONG_TYPE ->
          List.of(
              Finding.of(
                      Rule.EVIDENCE_TYPE,
                      "ไฟล์ "
                          + href
                          + " ที่จริงเป็น "
                          + document.type().label()
                          + " ไม่ตรงกับนามสกุล",
                      href + " is really " + document.type().label())
                  .hint(
                      "อาจบันทึกหน้าเว็บหรือหน้าเข้าสู่ระบบมาแทนไฟล์ ให้ดาวน์โหลดใหม่ หรือแก้นามสกุล",
                      "a page may have been saved instead of the file: download it again, or mend the"
                          + " extension"));
      case ENCRYPTED ->
          List.of(
              Finding.of(
                      Rule.EVIDENCE_ENCRYPTED,
                      "ไฟล์ " + href + " ต้องใช้รหัสผ่านจึงจะเปิดได้",
                      href + " asks for a password")
                  .hint(
                      "เปิดไฟล์แล้วบันทึกใหม่โดยไม่ตั้งรหัสผ่าน",
                      "open it and save it again without a password"));
      case DAMAGED ->
          List.of(
              Finding.of(
                      Rule.EVIDENCE_DAMAGED,
                      "ไฟล์ " + href + " เสียหายหรือคัดลอกมาไม่ครบ",
                      href + " is damaged or was cut short")
                  .hint("คัดลอกหรือส่งออกไฟล์ใหม่", "copy or export the file again"));
      case TOO_COSTLY ->
          List.of(
              Finding.of(
                      Rule.EVIDENCE_UNVERIFIED,
                      "ยังตรวจไฟล์ " + href + " ไม่ได้ เพราะโครงสร้างภายในใหญ่ผิดปกติ",
                      href + " could not be looked into: it unpacks to far too much")
                  .hint(
                      "ลองเปิดไฟล์ดูด้วยตนเอง แล้วบันทึกใหม่จากโปรแกรมที่ใช้ทำไฟล์",
                      "open it yourself, and export it again from the program that made it"));
      case OK -> usable(href, file, document);
    };
  }

  /** What a file that opens still lacks for those who are to read it. */
  private List<Finding> usable(String href, String file, Document document) {
    List<Finding> findings = new ArrayList<>();
    if (document.size() > LARGE) {
      findings.add(
          Finding.of(
                  Rule.EVIDENCE_LARGE,
                  "ไฟล์ " + href + " ใหญ่ " + document.size() / 1_000_000 + " MB",
                  href + " has " + document.size() / 1_000_000 + " MB")
              .hint(
                  "ลดขนาดไฟล์ หรือแบ่งเป็นหลายไฟล์ ให้ไม่เกิน 20 MB",
                  "make it smaller or split it: 20 MB at most"));
    }
    if (document.type() == Document.Type.PDF) {
      Finding text = text(href, file);
      if (text != null) {
        findings.add(text);
      }
    }
    return findings;
  }

  /** What is wrong with the text of a PDF; null when nothing. */
  private Finding text(String href, String file) {
    TextLayer text;
    try {
      text = reader.text(root.resolve(file));
    } catch (IOException e) {
      return null; // that it cannot be read is found above
    }
    return switch (text) {
      case ABSENT ->
          Finding.of(
                  Rule.EVIDENCE_SCAN_ONLY,
                  "ไฟล์ " + href + " เป็นภาพสแกน ค้นหาหรืออ่านออกเสียงไม่ได้",
                  href + " holds only scanned pictures: it can be neither searched nor read aloud")
              .hint(
                  "ใช้ไฟล์ PDF ที่บันทึกจาก Word หรือสรุปเนื้อหาเป็นข้อความบนหน้าเว็บ",
                  "export the PDF from the office program, or give its content as text on the page");
      case GARBLED ->
          Finding.of(
                  Rule.EVIDENCE_UNREADABLE_TEXT,
                  "ข้อความในไฟล์ "
                      + href
                      + " เมื่อคัดลอกหรือค้นหาจะได้ตัวอักษรเพี้ยน เช่น สระอำขาดหรือวรรณยุกต์หลุด",
                  "the text of "
                      + href
                      + " turns into other letters when it is copied, searched or read aloud")
              .hint(
                  "บันทึกเป็น PDF ใหม่จากไฟล์ต้นฉบับด้วยแบบอักษรที่เป็นยูนิโค้ด เช่น TH Sarabun New",
                  "export the PDF again from the original, in a Unicode font such as TH Sarabun New");
      case PRESENT, UNDECIDED -> null;
    };
  }
}
