package th.oit.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import th.oit.finding.UnusableInput;
import th.oit.text.Words;

/**
 * Keeps a site as its files stand: makes it anew after every change, and when it can be seen has it
 * judged by a thread of its own, until the next change makes that judgement useless. While the
 * files cannot be used, the last site that could be made stays.
 */
public final class LiveSite implements AutoCloseable {
  /** A save is several changes within this time. */
  private static final long QUIET_MILLIS = 12;

  /** Half a save may look like a fault: nobody is told before no more has come for so long. */
  private static final long DOUBT_MILLIS = 120;

  /** How long a browser is left alone with a new edition before judging takes the processors. */
  private static final long PAINT_MILLIS = 120;

  private static final long LOOK_AT_CLOCK_MILLIS = 30_000;

  private final Studio studio;
  private final Mirror mirror;
  private final Witness witness;
  private final ExecutorService judge;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile State state = State.NOTHING;
  private AtomicBoolean stopped = new AtomicBoolean();

  /**
   * @param mirror a folder of its own, in which the site stands to be judged
   */
  public LiveSite(Studio studio, Path mirror, Witness witness) {
    this.studio = studio;
    this.mirror = new Mirror(mirror);
    this.witness = witness;
    this.judge =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "oit-judge");
              thread.setDaemon(true);
              return thread;
            });
  }

  State state() {
    return state;
  }

  /** Has a listener told, which must not wait, that the state is another one. */
  void tell(Runnable listener) {
    listeners.add(listener);
  }

  void tellNoMore(Runnable listener) {
    listeners.remove(listener);
  }

  /** Follows the changes that are noticed until the thread is interrupted. */
  public void follow(Watch watch) throws InterruptedException {
    while (true) {
      boolean changed = watch.await(LOOK_AT_CLOCK_MILLIS, QUIET_MILLIS, TimeUnit.MILLISECONDS);
      if (changed || studio.isOutdated()) {
        State.Trouble trouble = make();
        while (trouble != null && watch.await(DOUBT_MILLIS, QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
          trouble = make();
        }
        if (trouble != null) {
          tell(trouble);
        }
      }
    }
  }

  /** Makes the site as its files stand now. */
  public void begin() {
    State.Trouble trouble = make();
    if (trouble != null) {
      tell(trouble);
    }
  }

  private void tell(State.Trouble trouble) {
    become(now -> now.in(trouble));
    witness.unusable(trouble.findings(), trouble.other());
  }

  /**
   * @return why it cannot be made; null when it was
   */
  private State.Trouble make() {
    long started = System.nanoTime();
    stopJudging();
    Edition former = state.edition();
    Draft draft = new Draft(former);
    try {
      Studio.Rendering rendering = studio.render(draft);
      Edition edition = draft.finish(former == null ? 1 : former.number() + 1, rendering);
      become(now -> now.with(edition));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
      witness.made(edition.files().size(), edition.changed().size(), millis);
      haveJudged(edition, rendering);
      return null;
    } catch (UnusableInput e) {
      return new State.Trouble(e.findings(), null);
    } catch (UncheckedIOException e) {
      return unreadable(e.getCause());
    } catch (IOException e) {
      return unreadable(e);
    } catch (RuntimeException e) {
      witness.fault(e);
      return new State.Trouble(
          List.of(), Words.of("โปรแกรมขัดข้อง (" + e + ")", "a fault of the program (" + e + ")"));
    }
  }

  private static State.Trouble unreadable(IOException e) {
    String what = e.getClass().getSimpleName() + ": " + e.getMessage();
    return new State.Trouble(
        List.of(),
        Words.of(
            "อ่านหรือเขียนไฟล์ไม่ได้ (" + what + ") ตรวจว่าไฟล์ไม่ได้เปิดค้างอยู่ และดิสก์ไม่เต็ม",
            "a file could not be read or written ("
                + what
                + "); is it open elsewhere, or the disk full?"));
  }

  private void stopJudging() {
    stopped.set(true);
    stopped = new AtomicBoolean();
  }

  private void haveJudged(Edition edition, Studio.Rendering rendering) {
    AtomicBoolean stop = stopped;
    judge.execute(() -> judge(edition, rendering, stop));
  }

  private void judge(Edition edition, Studio.Rendering rendering, AtomicBoolean stop) {
    try {
      for (int i = 0; i < PAINT_MILLIS && !stop.get(); i += 10) {
        Thread.sleep(10);
      }
      mirror.show(edition, stop::get);
      Studio.Judgement judgement = rendering.judge(mirror.root(), edition.prints(), stop::get);
      if (become(edition, now -> now.judged(judgement))) {
        witness.judged(judgement);
      }
    } catch (CancellationException e) {
      return; // the next edition is judged instead
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      // Files that are changed while they are judged can make it fail; the next edition comes soon.
      if (!stop.get()) {
        witness.fault(e);
        become(
            edition,
            now ->
                now.notJudged(
                    Words.of(
                        "ตรวจเว็บไซต์ไม่ได้ (" + e + ")", "could not be checked (" + e + ")")));
      }
    }
  }

  /** Tells of what became of an edition, unless another one is seen by now. */
  private synchronized boolean become(Edition of, UnaryOperator<State> next) {
    if (state.edition() != of) {
      return false;
    }
    become(next);
    return true;
  }

  private synchronized void become(UnaryOperator<State> next) {
    State before = state;
    state = next.apply(before);
    listeners.forEach(Runnable::run);
  }

  @Override
  public void close() {
    stopJudging();
    judge.shutdownNow();
  }
}
