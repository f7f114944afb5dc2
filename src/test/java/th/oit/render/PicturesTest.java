package th.oit.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.Refusal;
import th.oit.SiteFiles;
import th.oit.TestSite;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.picture.Photographs;
import th.oit.picture.Picture;

class PicturesTest {
  private static final String PAGE =
      """
      == content/pages/flood.md
      ---
      title: น้ำท่วม
      ---
      ![ชาวบ้านซ้อมอพยพ](flood.jpg)

      ![แผนที่](map.svg)
      == content/pages/map.svg
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"/>
      """;

  @TempDir Path folder;

  private Rendered rendered(String files, byte[] photograph) throws IOException {
    SiteFiles.write(folder, TestSite.CONFIG + files);
    Files.write(folder.resolve("content/pages/flood.jpg"), photograph);
    return Rendered.of(TestSite.read(folder), 2);
  }

  private static String shown(Rendered site, String output) {
    return new String(site.files().get(output), ISO_8859_1);
  }

  @Test
  void everyPictureStatesItsSidesAndOnlyTheFirstIsLoadedAtOnce() throws IOException {
    Rendered site = rendered(PAGE, Photographs.plain("jpeg", 300, 200));
    List<Element> pictures = site.html("flood/index.html").select("main img");
    assertEquals(List.of("300", "200", ""), attributes(pictures.get(0)));
    assertEquals(List.of("400", "300", "lazy"), attributes(pictures.get(1)));
    assertFalse(pictures.get(0).hasAttr("srcset"), "a small picture needs no copies");
  }

  private static List<String> attributes(Element picture) {
    return List.of(picture.attr("width"), picture.attr("height"), picture.attr("loading"));
  }

  @Test
  void offersLighterCopiesOfALargePicture() throws IOException {
    Rendered site = rendered(PAGE, Photographs.fromTelephone(1000, 500, 6));
    Element picture = site.html("flood/index.html").select("main img").first();
    assertEquals(List.of("500", "1000", ""), attributes(picture));
    String[] choices = picture.attr("srcset").split(", ");
    assertEquals(2, choices.length);
    assertTrue(choices[0].matches("/assets/pictures/[0-9a-f]{20}-480\\.jpg 480w"), choices[0]);
    assertEquals("/flood.jpg 500w", choices[1]);
    byte[] copy = site.files().get(choices[0].substring(1, choices[0].indexOf(' ')));
    assertEquals(new Picture(Picture.Type.JPEG, 480, 960, 1), Picture.of(copy).orElseThrow());
  }

  @Test
  void publishesAPhotographWithoutThePlaceWhereItWasTaken() throws IOException {
    Rendered site = rendered(PAGE, Photographs.fromTelephone(1000, 500, 1));
    for (String output : site.files().keySet()) {
      assertFalse(shown(site, output).contains(Photographs.SECRET), output);
    }
    assertEquals(1000, Picture.of(site.files().get("flood.jpg")).orElseThrow().width());
  }

  @Test
  void takesFromMemoryWhatItHasMadeBeforeAndForgetsWhatNobodyShows() throws IOException {
    byte[] photograph = Photographs.plain("jpeg", 1000, 500);
    Rendered first = rendered(PAGE, photograph);
    List<Path> kept = kept();
    assertEquals(2, kept.size());
    byte[] other = {1, 2, 3};
    String name = kept.get(0).getFileName().toString();
    String changed = "assets/pictures/" + name.replaceFirst("^\\d+-\\d+-", "");
    Files.write(kept.get(0), other);
    Files.write(kept.get(0), Pictures.print(name, other), StandardOpenOption.APPEND);
    Rendered second = rendered(PAGE, photograph);
    assertArrayEquals(other, second.files().get(changed), "not made again");
    assertEquals(first.files().keySet(), second.files().keySet());
    Files.write(kept.get(0), other);
    Rendered third = rendered(PAGE, photograph);
    assertArrayEquals(first.files().get(changed), third.files().get(changed), "damaged");
    rendered(PAGE, Photographs.plain("jpeg", 300, 200));
    assertEquals(List.of(), kept());
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(".oit/pictures"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void refusesAPictureWithoutText() {
    Finding finding =
        Refusal.one(
            () ->
                TestSite.of(
                    folder,
                    TestSite.CONFIG
                        + "== content/pages/x.md\n---\ntitle: x\n---\nดู ![](a.png) นี้\n"));
    assertEquals(Rule.SOURCE_MISSING, finding.rule());
    assertEquals("content/pages/x.md:4:4", finding.source().toString());
  }

  @Test
  void aPictureThatOnlyAdornsHasAnEmptyText() {
    Rendered site =
        Rendered.of(folder, "== content/pages/x.md\n---\ntitle: x\n---\n![](a.png \"ตกแต่ง\")\n");
    Element picture = site.html("x/index.html").select("main img").first();
    assertTrue(picture.hasAttr("alt"));
    assertEquals("", picture.attr("alt"));
    assertFalse(picture.hasAttr("title"));
  }
}
