package th.oit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.check.links.WebAddress;
import th.oit.check.links.WebPage;

class WallsTest {
  private static final Walls WALLS = new Walls(List.of("members.go.th"));

  private static WebAddress at(String url) {
    return WebAddress.parse(url);
  }

  private static Optional<Reason> way(String... urls) {
    List<Hop> hops = new java.util.ArrayList<>();
    for (int i = 1; i < urls.length; i++) {
      hops.add(Hop.of(302, at(urls[i - 1]), at(urls[i])));
    }
    return WALLS.ofPlace(at(urls[0]), hops, at(urls[urls.length - 1]));
  }

  private static WebPage page(String title, String text, boolean asksPassword) {
    return new WebPage(title, "", text, asksPassword);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.facebook.com/x",
        "https://m.facebook.com/x",
        "https://fb.watch/a/",
        "https://x.com/a",
        "https://www.members.go.th/plan.pdf"
      })
  void knowsThatSomeHostsHide(String url) {
    assertTrue(WALLS.hides(at(url)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://notfacebook.com/",
        "https://facebook.com.example.go.th/",
        "https://fox.com/",
        "https://www.tessaban.go.th/facebook.com",
        "https://members.go.th.example.com/"
      })
  void doesNotTakeOthersForThem(String url) {
    assertFalse(WALLS.hides(at(url)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.facebook.com/tessaban, true",
    "https://www.facebook.com/tessaban/, true",
    "https://www.facebook.com/profile.php?id=1, true",
    "https://www.facebook.com/people/ชื่อ/1000, true",
    "https://www.facebook.com/tessaban/posts/1, false",
    "https://www.facebook.com/share/p/1, false",
    "https://www.facebook.com/groups/1, false",
    "https://www.members.go.th/, false"
  })
  void tellsAProfileFromAPost(String url, boolean profile) {
    assertEquals(profile, Walls.isProfile(at(url)));
  }

  @Test
  void seesThatAStoreSendsStrangersToItsSignInPage() {
    assertEquals(
        Optional.of(Reason.NO_ACCESS),
        way("https://drive.google.com/file/d/1/view", "https://accounts.google.com/v3/signin"));
    assertEquals(
        Optional.of(Reason.NO_ACCESS),
        way(
            "https://bit.ly/1",
            "https://tessaban.sharepoint.com/:b:/g/1",
            "https://login.microsoftonline.com/common/oauth2/authorize"));
  }

  @Test
  void seesASignInPageByItsPathUnlessThatWasAskedFor() {
    assertEquals(
        Optional.of(Reason.LOGIN_REDIRECT),
        way("https://e.go.th/service", "https://e.go.th/Account/Login?back=1"));
    assertEquals(
        Optional.of(Reason.LOGIN_REDIRECT), way("https://e.go.th/a", "https://e.go.th/login.php"));
    assertEquals(
        Optional.empty(), way("https://e.go.th/login", "https://e.go.th/member/login.php"));
    assertEquals(Optional.empty(), way("https://e.go.th/a", "https://e.go.th/catalogindex"));
    assertEquals(Optional.empty(), way("https://e.go.th/a", "https://e.go.th/blogin/"));
  }

  @Test
  void knowsViewersButNotTheirHomePages() {
    assertEquals(Optional.of(Reason.VIEWER), way("https://online.anyflip.com/abc/def/"));
    assertEquals(Optional.of(Reason.VIEWER), way("https://issuu.com/tessaban/docs/plan"));
    assertEquals(Optional.empty(), way("https://anyflip.com/"));
  }

  @Test
  void takesASmallLoginBoxForWhatItIs() {
    WebAddress page = at("https://www.tessaban.go.th/plan");
    assertEquals(
        Optional.empty(), WALLS.ofPage(page, page, page("แผน", "เนื้อหา ".repeat(200), true)));
    assertEquals(
        Optional.of(Reason.LOGIN_PAGE),
        WALLS.ofPage(page, page, page("ระบบสมาชิก", "ชื่อผู้ใช้ รหัสผ่าน", true)));
    assertEquals(
        Optional.of(Reason.LOGIN_PAGE),
        WALLS.ofPage(page, page, page("เข้าสู่ระบบ", "ข่าว ".repeat(300), true)));
    assertEquals(
        Optional.empty(), WALLS.ofPage(page, page, page("วิธีเข้าสู่ระบบ", "ขั้นตอน", false)));
  }

  @Test
  void saysNothingOfAStoreThatTellsAProgramNothing() {
    WebAddress shared = at("https://1drv.ms/b/s!abc");
    assertEquals(
        Optional.of(Reason.SCRIPTED), WALLS.ofPage(shared, shared, page("OneDrive", "", false)));
    WebAddress drive = at("https://drive.google.com/file/d/1/view");
    assertEquals(
        Optional.empty(), WALLS.ofPage(drive, drive, page("แผน.pdf - Google Drive", "แผน", false)));
    assertEquals(
        Optional.of(Reason.NO_ACCESS),
        WALLS.ofPage(drive, drive, page("คุณต้องมีสิทธิ์เข้าถึง", "", false)));
    assertEquals(Optional.of(Reason.NO_ACCESS), WALLS.ofStatus(drive, 403));
    assertEquals(Optional.empty(), WALLS.ofStatus(at("https://www.tessaban.go.th/"), 403));
  }
}
