package th.oit.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import th.oit.text.Words;

/**
 * Asks other hosts, each address once, politely and within bounds.
 *
 * <p>Thread-safe. What was asked is remembered until it is closed, so that asking the same again
 * costs nothing. Answers never throw for what the network does; only a file that cannot be written
 * makes a future fail, with {@link java.io.UncheckedIOException}.
 */
public final class Network implements AutoCloseable {
  private final NetworkSettings settings;
  private final InstantSource clock;
  private final Allowance allowance;
  private final Wire wire;
  private final Walls walls;
  private final Switchboard switchboard;
  private final ExecutorService threads;
  private final Map<Ask, CompletableFuture<Answer>> asked = new ConcurrentHashMap<>();
  private final Map<String, Queue> queues = new ConcurrentHashMap<>();
  private final Memory memory;
  private volatile boolean stopped;

  /**
   * @throws th.oit.finding.UnusableInput when the settings name a file that cannot be used
   */
  public Network(NetworkSettings settings) {
    this(settings, Names.ofThisMachine(), InstantSource.system());
  }

  Network(NetworkSettings settings, Names names, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.allowance = new Allowance(settings);
    this.wire = new Wire(settings);
    this.walls = new Walls(settings.loginHosts());
    this.memory = new Memory(settings.cacheFile(), clock.instant(), settings.cacheTime());
    this.switchboard = new Switchboard(settings, wire, names, allowance);
    this.threads =
        Executors.newFixedThreadPool(
            settings.atOnce(),
            task -> {
              Thread thread = new Thread(task, "oit-network");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The asks for one host, of which only a few are under way, so that no host holds all up. */
  private static final class Queue {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private int running;
  }

  /** Asks; the answer comes later. The same ask made again gets the same answer. */
  public CompletableFuture<Answer> ask(Ask ask) {
    Ask key = new Ask(ask.address().withoutFragment(), ask.depth(), ask.into());
    CompletableFuture<Answer> mine = new CompletableFuture<>();
    CompletableFuture<Answer> known = asked.putIfAbsent(key, mine);
    if (known != null) {
      return known.copy();
    }
    if (stopped) {
      mine.complete(notAsked(ask));
      return mine.copy();
    }
    Optional<Answer> remembered = memory.find(ask);
    if (remembered.isPresent()) {
      mine.complete(remembered.get());
      return mine.copy();
    }
    String host = String.valueOf(ask.address().host());
    enqueue(
        queues.computeIfAbsent(host, name -> new Queue()),
        () -> {
          try {
            mine.complete(answer(ask));
          } catch (InterruptedException e) {
            mine.complete(notAsked(ask));
          } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
          }
        });
    if (stopped) {
      mine.complete(notAsked(ask));
    }
    return mine.copy();
  }

  private Answer answer(Ask ask) throws InterruptedException {
    Answer answer = new Conversation(ask, switchboard, walls, clock).run();
    memory.keep(answer);
    return answer;
  }

  private Answer notAsked(Ask ask) {
    return new Answer(
        ask,
        ask.address().withoutFragment(),
        Reason.NOT_ASKED,
        0,
        List.of(),
        "",
        -1,
        false,
        Duration.ZERO,
        clock.instant(),
        false,
        new byte[0],
        null);
  }

  private void enqueue(Queue queue, Runnable task) {
    synchronized (queue) {
      queue.waiting.add(task);
      if (queue.running == settings.perHost()) {
        return;
      }
      queue.running++;
    }
    try {
      threads.execute(() -> work(queue));
    } catch (RejectedExecutionException e) {
      work(queue); // stopped meanwhile: each task sees that at once
    }
  }

  private void work(Queue queue) {
    while (true) {
      Runnable next;
      synchronized (queue) {
        next = queue.waiting.poll();
        if (next == null) {
          queue.running--;
          return;
        }
      }
      next.run();
    }
  }

  /**
   * Asks all of them and waits for the answers.
   *
   * @param progress is told of each answer once, as it comes, one at a time
   * @return an answer for each ask, in the order of the asks
   */
  public List<Answer> askAll(Collection<Ask> asks, Consumer<Answer> progress) {
    Map<Ask, CompletableFuture<Answer>> distinct = new LinkedHashMap<>();
    Object one = new Object();
    for (Ask ask : asks) {
      distinct.computeIfAbsent(
          new Ask(ask.address().withoutFragment(), ask.depth(), ask.into()),
          key ->
              ask(ask)
                  .thenApply(
                      answer -> {
                        synchronized (one) {
                          progress.accept(answer);
                        }
                        return answer;
                      }));
    }
    List<Answer> answers = new ArrayList<>(asks.size());
    for (Ask ask : asks) {
      answers.add(
          wait(distinct.get(new Ask(ask.address().withoutFragment(), ask.depth(), ask.into()))));
    }
    return answers;
  }

  private static Answer wait(CompletableFuture<Answer> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the network");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Asks nothing more: what is under way or waits is answered {@link Reason#NOT_ASKED} at once, and
   * all that is asked from now on.
   */
  public void stop() {
    stopped = true;
    allowance.stop();
    threads.shutdownNow();
    asked.forEach((ask, future) -> future.complete(notAsked(ask)));
  }

  Instant now() {
    return clock.instant();
  }

  /** What was amiss with the answers kept from earlier runs; empty when nothing was. */
  public Optional<Words> note() {
    return memory.note();
  }

  /**
   * Asks nothing more, and keeps the good answers for the next run.
   *
   * @throws UncheckedIOException when they cannot be written
   */
  @Override
  public void close() {
    stop();
    wire.close();
    try {
      memory.save();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
