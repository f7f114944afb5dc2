package th.oit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.catalog.Freshness;

class ShownItemTest {
  @TempDir Path root;

  private ShownItem read(String html) throws IOException {
    Path page = root.resolve("oit/2567/o14/index.html");
    Files.createDirectories(page.getParent());
    Files.writeString(page, html);
    ItemVerdict item =
        new ItemVerdict("O14", "x", ItemVerdict.Status.PASS, "/oit/2567/o14/", null, 1, 1);
    return ShownItem.read(root, List.of(item)).get("O14");
  }

  @Test
  void readsWhereThePageSaysThatItsElementsAre() throws IOException {
    ShownItem item =
        read(
            """
            <article data-oit-item="O14" data-oit-updated="2024-04-02" data-oit-every="15d">
            <li data-oit-element="plan"><span class="element-text">แผน</span>
              <a href="#plan">ตาราง</a> <a href="plan.pdf">ไฟล์</a></li>
            <li data-oit-element="budget"><span class="element-text">งบ</span></li>
            </article>
            """);
    assertEquals(
        List.of(
            new ShownElement(
                "plan",
                "แผน",
                List.of(
                    new ShownElement.Place("ตาราง", "#plan"),
                    new ShownElement.Place("ไฟล์", "plan.pdf")))),
        item.elements());
    assertEquals(LocalDate.of(2024, 4, 2), item.updated());
    assertEquals(new Freshness(15, 0), item.every());
    assertNull(item.none());
  }

  @Test
  void readsWhyThereIsNothingToShow() throws IOException {
    ShownItem item =
        read("<article data-oit-item=O14><p data-oit-none>ไม่ได้รับงบลงทุน</p></article>");
    assertEquals("ไม่ได้รับงบลงทุน", item.none());
    assertNull(item.updated());
  }

  @Test
  void aPageThatIsNotOfAnItemShowsNothing() throws IOException {
    assertNull(read("<p>อื่น</p>"));
  }
}
