package th.oit.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.Refusal;
import th.oit.SiteFiles;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;
import th.oit.work.Workers;

class ContentReaderTest {
  @TempDir Path folder;

  @Test
  void readsTheFrontMatterAndTheBodyOfAPage() {
    ContentPage page =
        page(
            "pages/contact.md",
            """
            ---
            title: ติดต่อเรา
            summary: ที่อยู่และโทรศัพท์
            updated: 2567-04-10
            department: office
            lang: en
            ---

            เนื้อหา
            """);
    assertEquals(ContentPage.Kind.PAGE, page.kind());
    assertEquals("content/pages/contact.md", page.file());
    assertEquals("pages/contact.md", page.path());
    assertEquals("ติดต่อเรา", page.title());
    assertEquals("ที่อยู่และโทรศัพท์", page.summary());
    assertEquals(LocalDate.of(2024, 4, 10), page.updated());
    assertEquals("office", page.department());
    assertEquals(Status.PUBLISHED, page.status());
    assertEquals(7, page.bodyLine());
    assertEquals(
        new Source(page.file(), 9, 1),
        Markdown.at(page.body().tree().getFirstChild(), page.file(), 7));
    assertNull(page.item());
  }

  @Test
  void readsEverythingThatAnItemsPageSays() {
    ContentPage page =
        page(
            "oit/2567/o14/index.md",
            """
            ---
            item: ๐๑๔
            title: แผนการจัดซื้อจัดจ้าง
            year: ๒๕๖๗
            period: [2567, 2566]
            supervisor: ผู้อำนวยการกองคลัง
            preparer: นักวิชาการพัสดุ
            every: quarter
            elements:
              investment-list: '#list'
              method: ['#list', plan.pdf]
              empty:
            evidence:
              - file: plan.pdf
                title: แผน
                date: 2566-10-30
                period: 2567
              - {file: other.pdf}
            ---
            """);
    assertEquals(ContentPage.Kind.ITEM, page.kind());
    ItemPart item = page.item();
    assertEquals("๐๑๔", item.code());
    assertEquals(new Source(page.file(), 2, 7), item.codeAt());
    assertEquals(new FiscalYear(2567), item.folderYear());
    assertEquals(new FiscalYear(2567), item.year());
    assertEquals(List.of(new FiscalYear(2567), new FiscalYear(2566)), item.periods());
    assertEquals(
        List.of("investment-list 10:3", "method 11:3", "empty 12:3"),
        item.elements().stream().map(e -> e.id() + " " + place(e.idAt())).toList());
    assertEquals(
        List.of("#list 11:12", "plan.pdf 11:21"),
        item.elements().get(1).places().stream()
            .map(p -> p.target() + " " + place(p.at()))
            .toList());
    assertEquals(List.of(), item.elements().get(2).places());
    ItemPart.Evidence plan = item.evidence().get(0);
    assertEquals(new Source(page.file(), 14, 11), plan.at());
    assertEquals(LocalDate.of(2023, 10, 30), plan.date());
    assertEquals(List.of(new FiscalYear(2567)), plan.periods());
    assertNull(item.evidence().get(1).title());
    assertEquals("ผู้อำนวยการกองคลัง", item.supervisor());
    assertEquals("นักวิชาการพัสดุ", item.preparer());
    assertEquals("quarter", item.every());
    assertEquals(new Source(page.file(), 5, 9), page.at("period"));
    assertEquals(Source.of(page.file()), page.at("updated"));
  }

  @ParameterizedTest
  @CsvSource({
    "oit/2567/o7.md, O7",
    "oit/2567/o14/index.md, O14",
    "oit/2567/o014.md, O14",
    "oit/2567/plan.md, PLAN"
  })
  void takesTheCodeOfAnItemFromTheFileWhereThePageNamesNone(String path, String code) {
    assertEquals(code, page(path, "---\ntitle: x\n---\n").item().code());
  }

  @ParameterizedTest
  @CsvSource({
    "index.md, HOME",
    "oit/2567/o1.md, ITEM",
    "oit/2567/o1/index.md, ITEM",
    "oit/2567/o1/detail.md, PAGE",
    "pages/a.md, PAGE",
    "pages/a/b/c.md, PAGE",
    "news/2567-03-01-flood.md, NEWS",
    "news/2567-03-01-flood/index.md, NEWS"
  })
  void knowsWhatAPageIsByItsFolder(String path, ContentPage.Kind kind) {
    assertEquals(kind, page(path, "---\ntitle: x\ndate: 2567-03-01\n---\n").kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\ntitle: x\nเนื้อหา\n", "---\n", "---\ntitle: x\n ---\n--- x\n"})
  void reportsFrontMatterThatIsNeverClosed(String text) {
    Finding finding = refused("pages/a.md", text);
    assertEquals(Rule.SOURCE_YAML, finding.rule());
    assertEquals(new Source("content/pages/a.md", 1, 1), finding.source());
    assertTrue(finding.hint().en().contains("---"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n---\nbody\n",
        "---\n\n---\nbody\n",
        "---\n# note\n---\nbody\n",
        "body\n",
        ""
      })
  void reportsThatAPageHasNoTitle(String text) {
    Finding finding = refused("pages/a.md", text);
    assertEquals(Rule.SOURCE_MISSING, finding.rule());
    assertEquals("title", finding.target());
    assertEquals("content/pages/a.md", finding.source().file());
  }

  @Test
  void needsNoTitleOnTheHomePage() {
    assertEquals("", page("index.md", "---\n---\nยินดีต้อนรับ\n").title());
    assertEquals(2, page("index.md", "---\n---\nยินดีต้อนรับ\n").bodyLine());
    assertEquals(0, page("index.md", "ยินดีต้อนรับ\n").bodyLine());
  }

  @Test
  void takesDashesInTheBodyForPartOfTheText() {
    ContentPage page = page("pages/a.md", "---\ntitle: x\n---  \none\n\n---\n\ntwo\n");
    assertEquals("x", page.title());
    assertEquals(3, page.bodyLine());
  }

  @Test
  void countsColumnsAndLinesOfFrontMatterFromTheTopOfTheFile() {
    Finding finding = refused("pages/a.md", "---\ntitle: x\nsumary: y\n---\n");
    assertEquals(new Source("content/pages/a.md", 3, 1), finding.source());
    assertEquals("did you mean 'summary'?", finding.hint().en());
    Finding syntax = refused("pages/a.md", "---\ntitle: a: b\n---\n");
    assertEquals(new Source("content/pages/a.md", 2, 9), syntax.source());
  }

  @Test
  void refusesKeysOfOtherKindsOfPages() {
    assertEquals(
        List.of(
            "content/pages/a.md:3:1 source/key",
            "content/pages/a.md:4:1 source/key",
            "content/pages/a.md:5:1 source/key"),
        Refusal.lines(
            refusals("pages/a.md", "---\ntitle: x\nitem: O1\nimage: a.png\ntopic: b\n---\n")));
  }

  @Test
  void asksForTheReasonWhereThereWasNone() {
    Finding finding = refused("oit/2567/o1.md", "---\ntitle: x\nstatus: none\n---\n");
    assertEquals(Rule.SOURCE_MISSING, finding.rule());
    assertEquals(new Source("content/oit/2567/o1.md", 3, 9), finding.source());
    ContentPage page =
        page("oit/2567/o1.md", "---\ntitle: x\nstatus: none\nreason: ไม่มีงบลงทุน\n---\n");
    assertEquals(Status.NONE, page.status());
    assertEquals("ไม่มีงบลงทุน", page.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "'status: draft', false",
    "'publish: 2567-04-10', true",
    "'publish: 2567-04-11', false",
    "'expires: 2567-04-10', true",
    "'expires: 2567-04-09', false",
    "'publish: 2567-04-01|expires: 2024-04-30', true",
    "'status: none|reason: x', true"
  })
  void isOutFromTheDayOfPublishingToTheDayOfExpiry(String keys, boolean out) {
    ContentPage page = page("pages/a.md", "---\ntitle: x\n" + keys.replace("|", "\n") + "\n---\n");
    assertEquals(out, page.isOutOn(LocalDate.of(2024, 4, 10)));
  }

  @Test
  void asksForTheDateOfNews() {
    Finding finding = refused("news/a.md", "---\ntitle: x\n---\n");
    assertEquals(Rule.SOURCE_MISSING, finding.rule());
    assertEquals("date", finding.target());
    assertEquals(new Source("content/news/a.md", 2, 1), finding.source());
  }

  @Test
  void asksForTheDescriptionOfAPictureOfNews() {
    String head = "---\ntitle: x\ndate: 2567-01-01\nimage: a.jpg\n";
    Finding finding = refused("news/a.md", head + "---\n");
    assertEquals("image_alt", finding.target());
    assertEquals(new Source("content/news/a.md", 4, 8), finding.source());
    assertEquals("น้ำท่วม", page("news/a.md", head + "image_alt: น้ำท่วม\n---\n").imageAlt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pages/ติดต่อ.md",
        "pages/Contact.md",
        "pages/contact us.md",
        "pages/contact.MD",
        "pages/สำนัก/index.md",
        "pages/-a.md",
        "pages/a.b.md",
        "oit/2567/O14.md",
        "news/ข่าว.md"
      })
  void reportsANameThatCannotBecomeAUrl(String path) {
    Finding finding = refused(path, "---\ntitle: x\ndate: 2567-01-01\n---\n");
    assertEquals(Rule.SOURCE_NAME, finding.rule());
    assertEquals(Source.of("content/" + path), finding.source());
    assertTrue(finding.hint().en().contains("lower-case"), finding.hint().en());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"contact.md", "page/contact.md", "oit/o14.md", "oit/2567.md", "images/a.md"})
  void reportsAPageInAFolderThatTheSiteDoesNotKnow(String path) {
    Finding finding = refused(path, "---\ntitle: x\n---\n");
    assertEquals(Rule.SOURCE_NAME, finding.rule());
    assertEquals(Source.of("content/" + path), finding.source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"oit/2024/o14.md", "oit/year/o14.md", "oit/67/o14/index.md"})
  void reportsAFolderThatIsNoYear(String path) {
    assertEquals(Rule.SOURCE_NAME, refused(path, "---\ntitle: x\n---\n").rule());
  }

  @Test
  void takesEverythingElseForAttachmentsAndLeavesOutWhatProgramsLeaveBehind() {
    SiteFiles.write(
        folder,
        """
        == content/index.md
        x
        == content/oit/2567/o14/plan.pdf
        x
        == content/oit/2567/o14/แผน ปี 2567.PDF
        x
        == content/oit/2567/o14/~$plan.docx
        x
        == content/oit/2567/o14/plan.csv~
        x
        == content/Thumbs.db
        x
        == content/images/ehthumbs.db
        x
        == content/oit/2567/o14/index.md.bak
        x
        == content/oit/2567/o14/~WRL0001.tmp
        x
        == content/oit/2567/o14/plan.pdf.crdownload
        x
        == content/images/.DS_Store
        x
        == content/images/desktop.ini
        x
        == content/README.md
        x
        == content/pages/readme.md
        x
        == content/.git/config
        x
        == content/.hidden/page.md
        x
        """);
    Content content = read();
    assertEquals(
        Set.of("oit/2567/o14/plan.pdf", "oit/2567/o14/แผน ปี 2567.PDF"), content.files().keySet());
    assertEquals(List.of("index.md"), content.pages().stream().map(ContentPage::path).toList());
  }

  @Test
  void readsAPageSavedByAThaiWindows() {
    byte[] saved =
        "---\r\ntitle: แผนการจัดซื้อ\r\n---\r\nรายละเอียด\r\n"
            .getBytes(Charset.forName("x-windows-874"));
    SiteFiles.put(folder.resolve("content/pages/a.md"), saved);
    ContentPage page = read().pages().get(0);
    assertEquals("แผนการจัดซื้อ", page.title());
    assertEquals(3, page.bodyLine());
  }

  @Test
  void readsTheDataThatAPagePlaces() {
    SiteFiles.write(
        folder,
        """
        == content/pages/a.md
        ---
        title: x
        ---

        ![แผน](data/plan.csv)

        ![คณะ](people.yml)

        ![ไม่มี](missing.csv)

        ในบรรทัด ![แผน](other.csv) ไม่ใช่การวาง

        > ![ในคำพูด](%E0%B9%81.csv)
        == content/pages/data/plan.csv
        a,b
        1,2
        == content/pages/people.yml
        - {name: นายก, position: นายก อบต., image: a.jpg, phone: '1', email: a@b, group: ก, note: ข}
        - {name: ปลัด, position: ปลัด}
        == content/pages/other.csv
        a
        == content/pages/แ.csv
        c
        """);
    ContentPage page = read().pages().get(0);
    assertEquals(Set.of("data/plan.csv", "people.yml", "%E0%B9%81.csv"), page.embeds().keySet());
    Embed.Table table = assertInstanceOf(Embed.Table.class, page.embeds().get("data/plan.csv"));
    assertEquals("content/pages/data/plan.csv", table.table().file());
    assertEquals(List.of("a", "b"), table.table().columns());
    Embed.People people = assertInstanceOf(Embed.People.class, page.embeds().get("people.yml"));
    assertEquals(
        List.of("นายก", "ปลัด"), people.people().stream().map(Embed.Person::name).toList());
    assertNull(people.people().get(1).phone());
  }

  @Test
  void makesATableOfAYamlListThatIsNotOneOfPeople() {
    SiteFiles.write(
        folder,
        """
        == content/pages/a.md
        ---
        title: x
        ---

        ![แผน](plan.yml)
        == content/pages/plan.yml
        - โครงการ: ถนน
          งบประมาณ: 1,200
        - งบประมาณ: 300
          หมายเหตุ: ยืม
        """);
    Embed.Table table =
        assertInstanceOf(Embed.Table.class, read().pages().get(0).embeds().get("plan.yml"));
    assertEquals(Embed.Format.YAML, table.format());
    assertEquals(List.of("โครงการ", "งบประมาณ", "หมายเหตุ"), table.table().columns());
    assertEquals(new Source("content/pages/plan.yml", 4, 3), table.table().columnsAt().get(2));
    assertEquals(
        List.of(List.of("ถนน", "1,200", ""), List.of("", "300", "ยืม")),
        table.table().rows().stream().map(row -> row.cells()).toList());
  }

  @Test
  void reportsMistakesInTheDataThatPagesPlaceOnceEach() {
    SiteFiles.write(
        folder,
        """
        == content/pages/a.md
        ---
        title: x
        ---

        ![](plan.csv)

        ![](people.yml)

        ![](flat.yml)

        ![](empty.yml)
        == content/pages/b.md
        ---
        title: x
        ---

        ![](plan.csv)
        == content/pages/plan.csv
        a
        1,2
        == content/pages/people.yml
        - {name: ก, position: ข}
        - name: ค
          positon: ง
        == content/pages/empty.yml
        []
        == content/pages/flat.yml
        name: ก
        """);
    assertEquals(
        List.of(
            "content/pages/empty.yml:1:1 source/table",
            "content/pages/flat.yml:1:1 source/value",
            "content/pages/people.yml:2:3 source/missing",
            "content/pages/people.yml:3:3 source/key",
            "content/pages/plan.csv:2:3 source/table"),
        Refusal.lines(Refusal.all(this::read)));
  }

  @Test
  void reportsTheMistakesOfAllPagesAtOnce() {
    SiteFiles.write(
        folder,
        """
        == content/pages/a.md
        ---
        title: x
        updated: 2566-02-29
        period: 1
        ---
        == content/oit/2567/o1.md
        ---
        title: x
        period: [2567, 2024]
        status: hidden
        year: 67
        evidence: [{title: x, fil: y}]
        elements: [a]
        ---
        == content/other/b.md
        == content/oit/2567/o2.md
        ---
        title: "x
        ---
        """);
    assertEquals(
        Set.of(
            "content/oit/2567/o1.md:3:16 source/value",
            "content/oit/2567/o1.md:4:9 source/value",
            "content/oit/2567/o1.md:5:7 source/value",
            "content/oit/2567/o1.md:6:12 source/missing",
            "content/oit/2567/o1.md:6:23 source/key",
            "content/oit/2567/o1.md:7:11 source/value",
            "content/oit/2567/o2.md:2:8 source/yaml",
            "content/other/b.md source/name",
            "content/pages/a.md:3:10 source/value",
            "content/pages/a.md:4:1 source/key"),
        Refusal.all(this::read).stream()
            .map(f -> f.source() + " " + f.rule().id())
            .collect(Collectors.toSet()));
  }

  @Test
  void reportsThatThereIsNoContentAtAll() {
    assertEquals(Rule.SOURCE_MISSING, Refusal.one(this::read).rule());
  }

  @Test
  void readsPagesInTheOrderOfTheirPathsHoweverManyWork() {
    for (int i = 10; i < 60; i++) {
      SiteFiles.put(folder.resolve("content/pages/p" + i + ".md"), "---\ntitle: t" + i + "\n---\n");
    }
    List<String> alone = read().pages().stream().map(ContentPage::title).toList();
    try (Workers workers = new Workers(4)) {
      assertEquals(
          alone,
          ContentReader.read(folder, workers).pages().stream().map(ContentPage::title).toList());
    }
    assertEquals("t10", alone.get(0));
    assertFalse(alone.isEmpty());
  }

  private static String place(Source source) {
    return source.line() + ":" + source.column();
  }

  private ContentPage page(String path, String text) {
    SiteFiles.put(folder.resolve("content").resolve(path), text);
    return read().pages().get(0);
  }

  private Finding refused(String path, String text) {
    List<Finding> findings = refusals(path, text);
    assertEquals(1, findings.size(), () -> Refusal.lines(findings).toString());
    return findings.get(0);
  }

  private List<Finding> refusals(String path, String text) {
    SiteFiles.put(folder.resolve("content").resolve(path), text);
    return Refusal.all(this::read);
  }

  private Content read() {
    try (Workers workers = new Workers(1)) {
      return ContentReader.read(folder, workers);
    }
  }
}
