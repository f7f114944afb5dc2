package th.oit.check.links;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.identity.Print;
import th.oit.store.Packer;
import th.oit.store.Unpacker;

/**
 * What was found in the pages of a tree the last time, by the prints of their bytes: a page with
 * the same bytes is not parsed again. Nor are its links judged again where nothing was wrong with
 * them, and no file has come or gone to which they could lead.
 *
 * <p>For one check at a time, whose threads may use it together.
 */
public final class LinkMemory {
  /** How much the table of texts may grow by those that nobody uses any more. */
  private static final int MOST_GROWTH = 2;

  private TextTable texts = new TextTable();
  private int textsAtFirst;
  private Map<String, Known> before = Map.of();
  private Map<String, Known> now = new ConcurrentHashMap<>();
  private Set<String> otherFiles = new HashSet<>();
  private BitSet touched;
  private String reader = "";
  private String judge = "";
  private boolean ended = true;

  /**
   * @param seen what the links are
   * @param told what the visitor took from the page
   * @param verdict what became of the links; null when something was wrong with one
   */
  private record Known(
      Print print, Unpacker.Sealed seen, Unpacker.Sealed told, Unpacker.Sealed verdict) {
    Known with(Unpacker.Sealed other) {
      return new Known(print, seen, told, other);
    }
  }

  /** Remembers nothing. */
  public LinkMemory() {}

  /** Remembers what {@link #pack} has packed. */
  public static LinkMemory unpack(Unpacker in) {
    LinkMemory memory = new LinkMemory();
    memory.reader = in.text();
    memory.judge = in.text();
    memory.textsAtFirst = in.number();
    memory.texts = new TextTable(in);
    memory.otherFiles.addAll(in.texts());
    int count = in.number();
    memory.now = new ConcurrentHashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      memory.now.put(
          in.text(),
          new Known(in.print(), in.sealed(), in.sealed(), in.flag() ? in.sealed() : null));
    }
    return memory;
  }

  /** Packs what is remembered for another process. */
  public void pack(Packer out) {
    out.text(reader).text(judge).number(textsAtFirst);
    texts.pack(out);
    out.texts(otherFiles).number(now.size());
    now.forEach(
        (page, known) -> {
          out.text(page).print(known.print());
          known.seen().into(out);
          known.told().into(out);
          out.flag(known.verdict() != null);
          if (known.verdict() != null) {
            known.verdict().into(out);
          }
        });
  }

  /**
   * Begins a check.
   *
   * @param taker what the visitor takes from the pages; of what another one took, nothing is of use
   * @param judging by which everything is recognised that decides of a link besides the tree
   */
  void begin(String taker, String judging, Inventory inventory) {
    boolean sameJudge = ended && judge.equals(judging);
    if (!reader.equals(taker) || texts.size() > textsAtFirst * MOST_GROWTH + 1000) {
      before = Map.of();
      texts = new TextTable();
      textsAtFirst = 0;
    } else if (ended) {
      before = now;
    } else {
      // The last check was stopped half-way: of the pages that it did not reach, it is still known
      // what stood in them, but no more what became of their links.
      Map<String, Known> all = new HashMap<>(before);
      all.putAll(now);
      before = all;
    }
    touched = sameJudge ? touchedBy(inventory) : null;
    ended = false;
    reader = taker;
    judge = judging;
    now = new ConcurrentHashMap<>(before.size() * 2);
    otherFiles = new HashSet<>();
    for (String file : inventory.files()) {
      if (!HtmlFile.isPage(file)) {
        otherFiles.add(file);
      }
    }
  }

  /** The numbers of the paths that may lead elsewhere, now that files have come or gone. */
  private BitSet touchedBy(Inventory inventory) {
    Set<String> stems = new HashSet<>();
    for (String file : inventory.files()) {
      if (!before.containsKey(file) && !otherFiles.contains(file)) {
        stems.add(Verdict.stem(file));
      }
    }
    for (Set<String> known : List.of(before.keySet(), otherFiles)) {
      for (String file : known) {
        if (!inventory.hasFile(file)) {
          stems.add(Verdict.stem(file));
        }
      }
    }
    return stems.isEmpty()
        ? new BitSet()
        : texts.numbersOf(text -> stems.contains(Verdict.stem(text)));
  }

  /** Ends a check that has seen all pages: the others are forgotten. */
  void end() {
    ended = true;
    if (textsAtFirst == 0) {
      textsAtFirst = texts.size();
    }
  }

  /** What is remembered of a page. */
  final class Recalled {
    private final Known known;

    private Recalled(Known known) {
      this.known = known;
    }

    PageSeen seen() {
      return PageSeen.unpack(texts, known.seen().open());
    }

    Unpacker told() {
      return known.told().open();
    }

    /** What became of its links; null when they must be judged anew. */
    Verdict verdict() {
      return touched == null || known.verdict() == null
          ? null
          : Verdict.unpack(texts, touched, known.verdict().open());
    }
  }

  /** What was found in a page of these bytes; null when it is not known. */
  Recalled recall(String page, Print print) {
    Known known = before.get(page);
    return known != null && known.print().equals(print) ? new Recalled(known) : null;
  }

  /** Keeps what is known of a page. */
  void keep(String page) {
    now.put(page, before.get(page));
  }

  /** Notes what was found in a page. */
  void note(String page, Print print, PageSeen seen, PageVisitor visitor) {
    now.put(
        page,
        new Known(
            print,
            Unpacker.Sealed.of(out -> seen.pack(texts, out)),
            Unpacker.Sealed.of(out -> visitor.tell(page, out)),
            null));
  }

  /** Notes what became of the links of a page; null when something is wrong with one. */
  void note(String page, Verdict verdict) {
    Known known = now.get(page);
    if (verdict != null || known.verdict() != null) {
      now.put(
          page,
          known.with(verdict == null ? null : Unpacker.Sealed.of(out -> verdict.pack(texts, out))));
    }
  }
}
