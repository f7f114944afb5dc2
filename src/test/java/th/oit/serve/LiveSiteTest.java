package th.oit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.identity.Print;
import th.oit.text.Words;

/** What becomes of a site from change to change, with a studio that does as it is told. */
class LiveSiteTest {
  private static final Finding FAULT =
      Finding.of(Rule.SOURCE_YAML, "ผิด", "wrong").at(new Source("content/a.md", 2, 3));

  @TempDir Path folder;

  private final Map<String, String> files = new TreeMap<>(Map.of("index.html", "หน้าแรก"));
  private RuntimeException refusal;
  private boolean outdated;
  private volatile boolean judgesForLong;
  private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
  private LiveSite site;

  private final class ObedientStudio implements Studio {
    @Override
    public Rendering render(Draft draft) {
      files.forEach(
          (output, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (!draft.keep(output, Print.of(bytes))) {
              draft.write(output, bytes, Print.of(bytes));
            }
          });
      if (refusal != null) {
        throw refusal;
      }
      return new ObedientRendering();
    }

    @Override
    public boolean isOutdated() {
      return outdated;
    }

    @Override
    public Set<Path> sources() {
      return Set.of();
    }
  }

  private final class ObedientRendering implements Studio.Rendering {
    @Override
    public String basePath() {
      return "/";
    }

    @Override
    public Map<String, Map<String, String>> headers() {
      return Map.of();
    }

    @Override
    public Studio.Judgement judge(Path tree, Map<String, Print> prints, BooleanSupplier stopped)
        throws IOException {
      assertEquals(files.keySet(), prints.keySet());
      happened.add("judging " + Files.readString(tree.resolve("index.html")));
      while (judgesForLong) {
        if (stopped.getAsBoolean()) {
          happened.add("stopped");
          throw new CancellationException();
        }
        Thread.onSpinWait();
      }
      return new Studio.Judgement(null, List.of(FAULT));
    }
  }

  private final class NotingWitness implements Witness {
    @Override
    public void made(int count, int changed, long millis) {
      happened.add("made " + count + ", changed " + changed);
    }

    @Override
    public void unusable(List<Finding> findings, Words other) {
      happened.add("unusable " + findings.size() + " " + (other == null ? "" : other.en()));
    }

    @Override
    public void judged(Studio.Judgement judgement) {
      happened.add("judged " + judgement.findings().size());
    }

    @Override
    public void fault(Exception fault) {
      happened.add("fault");
    }
  }

  private LiveSite begun() {
    site = new LiveSite(new ObedientStudio(), folder.resolve("mirror"), new NotingWitness());
    site.begin();
    return site;
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void assertNext(String... expected) throws InterruptedException {
    for (String each : expected) {
      assertEquals(each, happened.poll(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void isMadeShownAndJudged() throws InterruptedException {
    begun();
    assertNext("made 1, changed 1", "judging หน้าแรก", "judged 1");
    assertEquals(List.of(FAULT), site.state().judgement().findings());
    assertFalse(site.state().judging());
  }

  @Test
  void nextChangeStopsTheJudgementOfTheLast() throws InterruptedException {
    judgesForLong = true;
    begun();
    assertNext("made 1, changed 1", "judging หน้าแรก");
    files.put("index.html", "หน้าใหม่");
    site.begin();
    happened.removeIf(each -> each.startsWith("made"));
    assertNext("stopped", "judging หน้าใหม่");
    assertNull(site.state().judgement());
    judgesForLong = false;
    assertNext("judged 1");
    assertNotNull(site.state().judgement());
  }

  @Test
  void lastGoodEditionStaysWhileFilesAreBroken() throws InterruptedException {
    begun();
    assertNext("made 1, changed 1", "judging หน้าแรก", "judged 1");
    Edition good = site.state().edition();
    refusal = new UnusableInput(FAULT);
    files.put("index.html", "ครึ่งเดียว");
    site.begin();
    assertNext("unusable 1 ");
    assertSame(good, site.state().edition());
    assertEquals(List.of(FAULT), site.state().trouble().findings());
    refusal = null;
    site.begin();
    assertNext("made 1, changed 1", "judging ครึ่งเดียว", "judged 1");
    assertNull(site.state().trouble());
    assertEquals(Set.of("index.html"), site.state().edition().changed());
  }

  /** Notices what it is told to, and ends when it has nothing more to tell. */
  private static Watch telling(BooleanSupplier... changes) {
    Iterator<BooleanSupplier> left = List.of(changes).iterator();
    return new Watch() {
      @Override
      public boolean await(long patience, long quiet, TimeUnit unit) throws InterruptedException {
        if (!left.hasNext()) {
          throw new InterruptedException();
        }
        return left.next().getAsBoolean();
      }

      @Override
      public boolean polls() {
        return false;
      }

      @Override
      public void close() {
        // holds nothing
      }
    };
  }

  @Test
  void halfASaveIsNoTrouble() throws InterruptedException {
    begun();
    assertNext("made 1, changed 1", "judging หน้าแรก", "judged 1");
    refusal = new UnusableInput(FAULT);
    Watch watch =
        telling(
            () -> true,
            () -> {
              refusal = null;
              return true;
            });
    assertThrows(InterruptedException.class, () -> site.follow(watch));
    assertNext("made 1, changed 0", "judging หน้าแรก", "judged 1");
  }

  @Test
  void aFaultThatStaysIsTold() {
    begun();
    refusal = new UnusableInput(FAULT);
    assertThrows(InterruptedException.class, () -> site.follow(telling(() -> true, () -> false)));
    assertEquals(List.of(FAULT), site.state().trouble().findings());
  }

  @Test
  void aNewDayMakesItAnewThoughNothingChanged() throws InterruptedException {
    begun();
    assertNext("made 1, changed 1", "judging หน้าแรก", "judged 1");
    assertThrows(InterruptedException.class, () -> site.follow(telling(() -> false)));
    outdated = true;
    assertThrows(InterruptedException.class, () -> site.follow(telling(() -> false)));
    assertNext("made 1, changed 0", "judging หน้าแรก", "judged 1");
    assertTrue(happened.isEmpty(), happened::toString);
  }

  @Test
  void faultOfTheProgramEndsNothing() throws InterruptedException {
    refusal = new IllegalStateException("ผิดพลาด");
    begun();
    assertNext("fault");
    assertTrue(happened.poll(5, TimeUnit.SECONDS).startsWith("unusable 0 a fault of the program"));
    refusal = null;
    site.begin();
    assertNext("made 1, changed 1", "judging หน้าแรก", "judged 1");
  }

  @Test
  void mirrorFollowsEveryKindOfChange() throws InterruptedException, IOException {
    files.put("a/index.html", "หน้า ก");
    files.put("b", "แฟ้ม");
    begun();
    assertNext("made 3, changed 3", "judging หน้าแรก", "judged 1");
    files.remove("a/index.html");
    files.put("a", "บัดนี้เป็นแฟ้ม");
    files.remove("b");
    files.put("b/index.html", "บัดนี้เป็นโฟลเดอร์");
    site.begin();
    assertNext("made 3, changed 4", "judging หน้าแรก", "judged 1");
    assertEquals("บัดนี้เป็นแฟ้ม", Files.readString(folder.resolve("mirror/a")));
    assertEquals("บัดนี้เป็นโฟลเดอร์", Files.readString(folder.resolve("mirror/b/index.html")));
    site.close();
    // Another run finds what this one has left.
    files.remove("b/index.html");
    begun();
    assertNext("made 2, changed 2", "judging หน้าแรก", "judged 1");
    assertFalse(Files.exists(folder.resolve("mirror/b")));
  }
}
