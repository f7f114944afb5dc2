package th.oit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import th.oit.SiteFiles;

/**
 * A site as small as one can be that has some of everything: two items with evidence and a list of
 * its own, pages in two languages, news, a service, a table, answers, a picture, words of its own.
 */
final class SmallSite {
  private static final String FILES =
      """
      == site-config.yml
      site: {base_url: https://www.example.go.th, language: th}
      organization:
        name: {th: องค์การบริหารส่วนตำบลตัวอย่าง, en: Tua Yang SAO}
        seal: images/seal.svg
        address: {th: 99 หมู่ที่ 1 ตำบลตัวอย่าง}
        channels: [{kind: phone, value: 0 0000 0000}, {kind: email, value: a@example.go.th}]
      departments:
        - {id: office, name: {th: สำนักปลัด, en: Office}, phone: 0 0000 0001}
        - {id: finance, name: {th: กองคลัง, en: Finance}, phone: 0 0000 0002}
      assessment:
        year: 2567
        years: [2567]
        window: {opens: 2567-04-01, closes: 2567-04-30}
        catalog: list.yml
      menu:
        - {title: {th: หน้าแรก, en: Home}, to: index.md}
        - {title: {th: ติดต่อ, en: Contact}, to: pages/contact.md}
        - {title: {th: ข่าว, en: News}, to: /news/}
      hosting: [apache, nginx]
      == list.yml
      year: 2567
      name: รายการสำหรับทดสอบ
      checked_against_manual: false
      confidence: low
      pass_mark: {score: 85, confidence: low}
      instruments: [{id: OIT, name: แบบวัด, weight: 40, confidence: low}]
      ratings: [{name: ผ่าน, from: 85, confidence: low}, {name: ปรับปรุง, from: 0, confidence: low}]
      sources: [{file: ไม่มี, what: สมมติขึ้นเพื่อทดสอบ}]
      indicators:
        - id: '9'
          name: การเปิดเผยข้อมูล
          sub_indicators:
            - id: '9.1'
              name: ข้อมูลพื้นฐาน
              confidence: low
              items:
                - id: O1
                  name: แผน
                  confidence: low
                  elements_confidence: low
                  period: {of: [current], text: ปัจจุบัน}
                  elements:
                    - {id: plan, text: แผน, kind: document}
                    - {id: result, text: ผล, kind: text}
                - id: O2
                  name: รายงาน
                  confidence: low
                  elements_confidence: low
                  period: {of: [current], text: ปัจจุบัน}
                  elements:
                    - {id: plan, text: รายงาน, kind: document}
                    - {id: result, text: ผล, kind: text}
      == content/oit/2567/o1.md
      ---
      item: O1
      title: แผนการดำเนินงาน
      department: office
      supervisor: ปลัด
      preparer: นักวิเคราะห์นโยบายและแผน
      updated: 2024-04-01
      elements: {plan: ../../files/plan.pdf, result: '#result'}
      evidence: [{file: ../../files/plan.pdf, title: แผน, date: 2024-03-01}]
      ---

      ## ผลการดำเนินงาน {#result}

      ดำเนินการแล้วเสร็จตามแผนทุกโครงการ ประชาชนได้รับประโยชน์ตามเป้าหมายที่ตั้งไว้ในปีงบประมาณ พ.ศ. 2567 ครบถ้วน
      == content/oit/2567/o2.md
      ---
      item: O2
      title: รายงานผล
      department: finance
      supervisor: ผู้อำนวยการกองคลัง
      preparer: นักวิชาการเงินและบัญชี
      updated: 2024-04-01
      elements: {plan: ../../files/report.pdf, result: '#result'}
      evidence: [{file: ../../files/report.pdf, title: รายงาน, date: 2024-03-01}]
      ---

      ## ผล {#result}

      ใช้จ่ายงบประมาณตามแผน ร้อยละ 84 ของงบประมาณที่ได้รับจัดสรรทั้งหมด ที่เหลืออยู่ระหว่างดำเนินการตามสัญญา

      ![](spending.csv)
      == content/oit/2567/spending.csv
      รายการ,จำนวนเงิน
      ถนน,100000
      ประปา,250000
      == content/index.md
      ---
      title: หน้าแรก
      ---

      [ติดต่อ](pages/contact.md) [แผน](oit/2567/o1.md#result)
      == content/index.en.md
      ---
      title: Home
      ---

      [Contact](pages/contact.md)
      == content/pages/contact.md
      ---
      title: ติดต่อเรา
      summary: ที่อยู่และวิธีเดินทาง
      department: office
      updated: 2567-04-02
      ---

      ## ที่อยู่ {#address}

      99 หมู่ที่ 1 ตำบลตัวอย่าง ดู[ถามตอบ](qa.md#often) หรือ[บริการ](../services/water.md)

      ![รถน้ำ](../images/truck.jpg)
      == content/pages/contact.en.md
      ---
      title: Contact us
      updated: 2567-04-02
      ---

      99 Moo 1. See [questions](qa.md).
      == content/pages/qa.md
      ---
      title: ถามตอบ
      updated: 2567-04-02
      ---

      ## ที่พบบ่อย {#often}

      ![](qa.yml)
      == content/pages/qa.yml
      - id: light
        question: ไฟดับแจ้งที่ไหน
        answer: แจ้งกองช่าง
        by: กองช่าง
      == content/services/water.md
      ---
      title: ขอรถน้ำ
      summary: ส่งน้ำถึงบ้าน
      department: office
      updated: 2567-03-25
      service:
        time: ไม่เกิน 2 วัน
        fee: ไม่มี
        documents: [บัตรประจำตัวประชาชน]
        steps: [{do: ยื่นคำขอ, who: สำนักปลัด, time: 1 วัน}]
      ---
      == content/news/2567-01-09-gift.md
      ---
      title: งดรับของขวัญ
      date: 2567-01-09
      summary: เราไม่รับของขวัญ
      department: office
      ---

      ไม่รับของขวัญทุกชนิด ดู[แผน](../oit/2567/o1.md)
      == content/news/2567-02-10-tax.md
      ---
      title: ภาษีที่ดิน
      date: 2567-02-10
      summary: ชำระได้ถึงเมษายน
      department: finance
      ---

      ชำระภาษีได้ที่กองคลัง
      == content/images/seal.svg
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>
      == templates/words.th.yml
      menu: รายการ
      """;

  private SmallSite() {}

  /** Writes it into a folder. */
  static Path write(Path folder) {
    SiteFiles.write(folder, FILES);
    SiteFiles.put(folder.resolve("content/files/plan.pdf"), pdf("The plan of 2567"));
    SiteFiles.put(folder.resolve("content/files/report.pdf"), pdf("The report of 2567"));
    try {
      byte[] picture = Files.readAllBytes(Path.of("content/images/water-truck.jpg"));
      SiteFiles.put(folder.resolve("content/images/truck.jpg"), picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** A document of one page with a line of ASCII. */
  static byte[] pdf(String line) {
    String content = "BT /F1 12 Tf 50 700 Td (" + line + ") Tj ET";
    String[] objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
          + "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    };
    StringBuilder out = new StringBuilder("%PDF-1.4\n");
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < objects.length; i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.length()));
      out.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int start = out.length();
    out.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
    out.append(table).append("trailer\n<</Size ").append(objects.length + 1);
    out.append("/Root 1 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
