package th.oit.site;

import java.util.ArrayList;
import java.util.List;
import th.oit.content.ContentPage;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.text.ThaiDate;

/** Judges the histories of the pages that the public sees. */
public final class HistoryCheck {
  private HistoryCheck() {}

  /** The changes that are said to be made on a day after that for which the site is made. */
  public static List<Finding> judge(Site site) {
    List<Finding> findings = new ArrayList<>();
    for (SitePage page : site.pages()) {
      ContentPage content = page.content();
      for (ContentPage.Change change : content.history()) {
        // Where the day of renewal is taken from here, the gate speaks of it.
        boolean told = isJudgedItem(site, content) && change.at().equals(content.at("updated"));
        if (change.date().isAfter(site.today()) && !told) {
          Finding finding =
              Finding.of(
                      Rule.OIT_STALE,
                      "ประวัติการปรับปรุงบอกวันที่ "
                          + ThaiDate.longForm(change.date())
                          + " ซึ่งยังมาไม่ถึง",
                      "the history names " + change.date() + ", which is still to come")
                  .onPage(page.output())
                  .at(change.at())
                  .about(change.date().toString())
                  .hint(
                      "แก้ date: เป็นวันที่ปรับปรุงจริง",
                      "give as 'date:' the day on which it was changed");
          findings.add(content.item() == null ? finding : finding.ofItem(content.item().code()));
        }
      }
    }
    return findings;
  }

  private static boolean isJudgedItem(Site site, ContentPage page) {
    return page.item() != null
        && page.item().folderYear().equals(site.config().assessment().year());
  }
}
