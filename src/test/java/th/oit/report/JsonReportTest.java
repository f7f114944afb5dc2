package th.oit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.source.SourceText;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;
import th.oit.text.Language;

/** The JSON report is an interface: its keys may grow, never change. */
class JsonReportTest {
  @Test
  void writesTheWholeReportAsPromised() {
    assertEquals(
        """
        {
          "version" : 1,
          "tool" : {
            "name" : "oit",
            "version" : "0.1.0"
          },
          "command" : "publish",
          "verdict" : "fail",
          "summary" : {
            "pages" : 1234,
            "links" : 56789,
            "errors" : 2,
            "warnings" : 1,
            "unverified" : 1,
            "baselined" : 0,
            "elapsedMillis" : 1500
          },
          "catalog" : {
            "year" : 2567,
            "items" : 3,
            "passed" : 1
          },
          "items" : [
            {
              "id" : "O1",
              "name" : "โครงสร้าง",
              "status" : "pass",
              "url" : "/oit/2567/o1/",
              "department" : "office",
              "elements" : {
                "required" : 1,
                "covered" : 1
              },
              "waived" : [ ]
            },
            {
              "id" : "O2",
              "name" : "แผน \\"ปี\\"",
              "status" : "fail",
              "url" : "/oit/2567/o2/",
              "department" : null,
              "elements" : {
                "required" : 2,
                "covered" : 1
              },
              "waived" : [ ]
            },
            {
              "id" : "O3",
              "name" : "ผล",
              "status" : "missing",
              "url" : null,
              "department" : null,
              "elements" : {
                "required" : 1,
                "covered" : 0
              },
              "waived" : [ ]
            }
          ],
          "waivers" : [ ],
          "findings" : [
            {
              "rule" : "oit/missing",
              "severity" : "error",
              "page" : null,
              "item" : "O3",
              "source" : null,
              "target" : null,
              "message" : "ไม่มีหน้า O3",
              "hint" : null
            },
            {
              "rule" : "external/unverified",
              "severity" : "unverified",
              "page" : "index.html",
              "item" : null,
              "source" : {
                "file" : "content/index.md",
                "line" : 0,
                "column" : 0
              },
              "target" : null,
              "message" : "ยังไม่รู้",
              "hint" : null
            },
            {
              "rule" : "evidence/large",
              "severity" : "warning",
              "page" : "oit/2567/o1/plan.pdf",
              "item" : null,
              "source" : null,
              "target" : null,
              "message" : "ไฟล์ใหญ่",
              "hint" : null
            },
            {
              "rule" : "link/not-found",
              "severity" : "error",
              "page" : "oit/2567/o2/index.html",
              "item" : "O2",
              "source" : {
                "file" : "content/oit/2567/o2.md",
                "line" : 12,
                "column" : 5
              },
              "target" : "/files/plan.pdf",
              "message" : "ไม่พบ plan.pdf",
              "hint" : "วางไฟล์ไว้ข้างหน้านี้"
            }
          ]
        }
        """,
        JsonReport.of(Reports.failed(), Language.TH));
  }

  @Test
  void writesMessagesInTheLanguageThatWasAskedFor() {
    String json = JsonReport.of(Reports.failed(), Language.EN);
    assertTrue(json.contains("\"no such file: plan.pdf\""));
    assertTrue(json.contains("\"put the file beside the page\""));
    assertFalse(json.contains("ไม่พบ"));
  }

  @Test
  void leavesOutTheCatalogueAndTheItemsWhereNoGateRan() {
    YamlNode.Mapping report = parse(JsonReport.of(Reports.check(), Language.TH));
    assertEquals(
        List.of("version", "tool", "command", "verdict", "summary", "findings"),
        List.copyOf(report.entries().keySet()));
    assertEquals("pass", ((YamlNode.Scalar) report.entries().get("verdict").value()).text());
    assertEquals(
        List.of(), ((YamlNode.Sequence) report.entries().get("findings").value()).values());
  }

  @Test
  void escapesWhatJsonCannotHold() {
    Finding finding = Finding.of(Rule.LINK_MALFORMED, "a\"\\\n\u0001ก", "x").about("</script>");
    YamlNode.Mapping report = parse(JsonReport.of(Reports.check(finding), Language.TH));
    YamlNode.Sequence findings = (YamlNode.Sequence) report.entries().get("findings").value();
    YamlNode.Mapping first = (YamlNode.Mapping) findings.values().get(0);
    assertEquals(
        "a\"\\\n\u0001ก", ((YamlNode.Scalar) first.entries().get("message").value()).text());
  }

  @Test
  void endsWithTheExitCodeOfItsVerdict() {
    assertEquals(0, Report.Verdict.PASS.exitCode());
    assertEquals(1, Report.Verdict.FAIL.exitCode());
    assertEquals(2, Report.Verdict.UNUSABLE.exitCode());
  }

  private static YamlNode.Mapping parse(String json) {
    return (YamlNode.Mapping) YamlReader.read(new SourceText("report.json", json));
  }
}
