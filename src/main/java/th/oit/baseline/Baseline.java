package th.oit.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import th.oit.finding.Finding;
import th.oit.finding.FindingKey;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.ThaiDate;

/**
 * Old debt: the faults that do not hold a site up until a day, so that new ones do at once.
 *
 * <p>An entry covers a rule in a file about a target, wherever in the file that stands, at as many
 * places as it says and no more. Immutable.
 */
public record Baseline(List<Entry> entries) {
  /** Covers nothing. */
  public static final Baseline NONE = new Baseline(List.of());

  public Baseline {
    entries = List.copyOf(entries);
  }

  /**
   * One fault that was put off.
   *
   * @param times at how many places it may stand; what is more is new
   * @param until the last day on which it counts
   * @param reason why; null when nobody said
   * @param at where the entry was written
   */
  public record Entry(FindingKey key, int times, LocalDate until, String reason, Source at) {
    public boolean countsOn(LocalDate day) {
      return !day.isAfter(until);
    }
  }

  /**
   * The findings of a run, parted.
   *
   * @param open those that count, with what is wrong with the entries; in {@link Finding#ORDER}
   * @param known those that were put off, in the same order
   */
  public record Parted(List<Finding> open, List<KnownFinding> known) {}

  /**
   * Whether a fault by this rule can be put off: not when it keeps the site from being made or
   * judged at all, for then nothing is known of the rest.
   */
  public static boolean mayHold(Rule rule) {
    String group = rule.id().substring(0, rule.id().indexOf('/'));
    return !Set.of("source", "site", "run", "template", "baseline").contains(group);
  }

  /**
   * Parts findings into those that count and those that were put off.
   *
   * @param findings in {@link Finding#ORDER}
   * @param judged whether the run could have found anything by this rule; an entry that it could
   *     not have met is not called unused
   */
  public Parted part(List<Finding> findings, LocalDate today, Predicate<Rule> judged) {
    Map<FindingKey, Entry> byKey = new HashMap<>();
    entries.forEach(entry -> byKey.put(entry.key(), entry));
    Map<FindingKey, Set<Object>> places = new HashMap<>();
    Findings open = new Findings();
    List<KnownFinding> known = new ArrayList<>();
    for (Finding finding : findings) {
      Entry entry = byKey.get(FindingKey.of(finding));
      if (entry == null || finding.severity() == Severity.UNVERIFIED) {
        open.add(finding);
        continue;
      }
      Set<Object> met = places.computeIfAbsent(entry.key(), key -> new HashSet<>());
      boolean covered = met.contains(place(finding)) || met.size() < entry.times();
      if (covered) {
        met.add(place(finding));
      }
      if (covered && entry.countsOn(today)) {
        known.add(new KnownFinding(finding, entry.until(), entry.reason()));
      } else {
        open.add(finding);
      }
    }
    for (Entry entry : entries) {
      int met = places.getOrDefault(entry.key(), Set.of()).size();
      if (met > 0 && !entry.countsOn(today)) {
        open.add(expired(entry));
      } else if (met < entry.times() && judged.test(entry.key().rule()) && !isFickle(entry)) {
        open.add(met == 0 ? unused(entry) : tooWide(entry, met));
      }
    }
    return new Parted(open.sorted(), List.copyOf(known));
  }

  /** What a template or a menu puts on every page was written once. */
  static Object place(Finding finding) {
    return finding.source() != null ? finding.source() : String.valueOf(finding.page());
  }

  /** What other hosts say changes from day to day, so such an entry waits for its date. */
  private static boolean isFickle(Entry entry) {
    return entry.key().rule().id().startsWith("external/");
  }

  private static Finding expired(Entry entry) {
    return about(
            entry,
            Finding.of(
                Rule.BASELINE_EXPIRED,
                "พ้นกำหนดแก้ไขแล้วเมื่อ "
                    + ThaiDate.longForm(entry.until())
                    + " จึงนับเป็นข้อบกพร่องตามปกติ: "
                    + entry.key().rule().id(),
                "this was put off until "
                    + entry.until()
                    + " and counts again: "
                    + entry.key().rule().id()))
        .hint(
            "แก้ไขให้เรียบร้อยแล้วลบรายการนี้ หากจำเป็นจริง ๆ จึงเลื่อนวันที่ใน until:",
            "mend it and remove the entry; move the date in 'until:' only if it cannot be helped");
  }

  private static Finding unused(Entry entry) {
    return about(
            entry,
            Finding.of(
                Rule.BASELINE_UNUSED,
                "ไม่พบข้อบกพร่องนี้แล้ว: " + entry.key().rule().id(),
                "this fault is not there any more: " + entry.key().rule().id()))
        .hint(
            "ลบรายการนี้ออก มิฉะนั้นถ้าผิดซ้ำที่เดิมจะไม่มีใครเห็น",
            "remove the entry, or the same fault comes back unseen");
  }

  private static Finding tooWide(Entry entry, int met) {
    return about(
            entry,
            Finding.of(
                Rule.BASELINE_UNUSED,
                "ข้อบกพร่องนี้เหลือ "
                    + met
                    + " ตำแหน่ง แต่ผ่อนผันไว้ "
                    + entry.times()
                    + ": "
                    + entry.key().rule().id(),
                "of "
                    + entry.times()
                    + " places that were put off "
                    + met
                    + (met == 1 ? " is left: " : " are left: ")
                    + entry.key().rule().id()))
        .hint(
            met == 1 ? "ลบบรรทัด times: ออก" : "แก้เป็น times: " + met,
            met == 1 ? "remove the line 'times:'" : "make it 'times: " + met + "'");
  }

  private static Finding about(Entry entry, Finding finding) {
    FindingKey key = entry.key();
    return finding
        .at(entry.at())
        .ofItem(key.item())
        .about(key.target() != null ? key.target() : key.file());
  }
}
