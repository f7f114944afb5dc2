package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site that weighs rules otherwise, or is made for no assessment, can and cannot do. */
class ChangedRulesTest {
  private static final String ITEM = "content/oit/2567/o1/index.md";

  @TempDir Path folder;

  @Test
  void aRuleSwitchedOffIsSilentInPublishAndCheckAndNamedInEveryReport() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.append(ITEM, "\n[หาย](gone.pdf)\n");
    Run closed = site.publish().exits(1).findsOnly("link/not-found");
    assertEquals("fail", closed.status("O1"));
    assertFalse(closed.json().has("rules"));

    site.replace("site-config.yml", "  ignore: []", "  ignore: []\n  rules: {link/not-found: off}");
    Run open = site.publish().exits(0);
    assertEquals(List.of(), open.findings());
    assertEquals("pass", open.status("O1"));
    assertEquals("off", open.json().path("rules").path("link/not-found").asText());
    site.run("check", "--lang", "en", "--today", TestSite.TODAY)
        .exits(0)
        .says("rules that this site changes", "link/not-found: off", "1 rule switched off");
    site.run("check", "--today", TestSite.TODAY).exits(0).says("ปิดไว้ 1 กฎ");
  }

  @Test
  void anErrorMadeAWarningOpensTheGateAndAWarningMadeAnErrorClosesIt() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.append(ITEM, "\n[หาย](gone.pdf)\n");
    site.replace(
        "site-config.yml", "  ignore: []", "  ignore: []\n  rules: {link/not-found: warning}");
    Run warned = site.publish().exits(0).findsOnly("link/not-found");
    assertEquals(1, warned.json().path("summary").path("warnings").asInt());
    assertEquals("pass", warned.status("O1"));
    site.publish("--strict").exits(1);

    site.replace(
        ITEM, "\n[หาย](gone.pdf)\n", "\n## ก {#twice}\n\nข้อความ\n\n## ข {#twice}\n\nข้อความ\n");
    site.publish().exits(0).findsOnly("link/duplicate-id");
    site.replace("site-config.yml", "link/not-found: warning", "link/duplicate-id: error");
    assertEquals("fail", site.publish().exits(1).status("O1"));
  }

  @Test
  void aTreeOfOthersIsJudgedByTheRulesOfTheConfigurationThatIsNamed() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.write("tree/index.html", "<!doctype html><a href=no.html>x</a>");
    site.run("check", "tree", "--links-only", "--config", "site-config.yml").exits(1);
    site.replace("site-config.yml", "  ignore: []", "  ignore: []\n  rules: {link/not-found: off}");
    site.run("check", "tree", "--links-only", "--config", "site-config.yml").exits(0);
  }

  @Test
  void aRuleOfTheGateCannotBeSwitchedOff() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.replace("site-config.yml", "  ignore: []", "  ignore: []\n  rules: {oit/missing: off}");
    site.publish().exits(2).finds("source/key", "-", site.at("site-config.yml", "oit/missing"));
  }

  @Test
  void pagesOfItemsAreRefusedWhenTheAssessmentWasForgotten() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    String config = site.text("site-config.yml");
    int from = config.indexOf("assessment:");
    site.write(
        "site-config.yml",
        config.substring(0, from) + config.substring(config.indexOf("# เมนูหลัก")));
    Run run = site.publish().exits(2);
    run.finds("source/missing", "-", TestSite.whole("content/oit/2566/o1/index.md"));
    run.says("names no assessment", "assessment: {year: 2566}");
    assertFalse(site.has("public"));
  }

  @Test
  void aSiteWithoutAnAssessmentMayHaveNews() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.write(
        "small/site-config.yml",
        "site: {base_url: https://a.example}\norganization: {name: ชมรม}\n");
    site.write("small/content/index.md", "---\n---\nสวัสดี\n");
    site.run("publish", "--site", "small", "--strict").exits(0);
    assertFalse(site.has("small/public/news/index.html"));
    site.write("small/content/news/first.md", "---\ntitle: ข่าวแรก\ndate: 2567-01-02\n---\nข่าว\n");
    site.run("publish", "--site", "small", "--strict").exits(0);
    assertEquals(
        true, site.has("small/public/news/index.html") && site.has("small/public/feed.xml"));
  }
}
