package th.oit.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A fixed number of threads over which the work of a stage is spread; results come back in the
 * order of the input, so that output and messages do not depend on which thread was faster.
 *
 * <p>With one thread the caller's own is used. Thread-safe.
 */
public final class Workers implements AutoCloseable {
  private final int count;
  private final ExecutorService pool;

  /**
   * @param count how many threads work at once, the caller's included; at least 1
   */
  public Workers(int count) {
    this.count = Math.max(1, count);
    this.pool =
        this.count == 1
            ? null
            : Executors.newFixedThreadPool(
                this.count - 1,
                task -> {
                  Thread thread = new Thread(task, "oit-worker");
                  thread.setDaemon(true);
                  return thread;
                });
  }

  public int count() {
    return count;
  }

  /**
   * Applies a function to every value.
   *
   * @return the results, in the order of the values
   * @throws RuntimeException the first one thrown by the function, in the order of the values
   */
  public <T, R> List<R> map(List<T> values, Function<? super T, ? extends R> function) {
    Object[] results = new Object[values.size()];
    RuntimeException[] failures = new RuntimeException[values.size()];
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          int i;
          while ((i = next.getAndIncrement()) < results.length) {
            try {
              results[i] = function.apply(values.get(i));
            } catch (RuntimeException e) {
              failures[i] = e;
            }
          }
        };
    List<Future<?>> helpers = new ArrayList<>();
    if (pool != null) {
      for (int i = 1; i < count && i < results.length; i++) {
        helpers.add(pool.submit(work));
      }
    }
    work.run();
    helpers.forEach(Workers::await);
    List<R> ordered = new ArrayList<>(results.length);
    for (int i = 0; i < results.length; i++) {
      if (failures[i] != null) {
        throw failures[i];
      }
      @SuppressWarnings("unchecked") // put there from the function's own result above
      R result = (R) results[i];
      ordered.add(result);
    }
    return ordered;
  }

  private static void await(Future<?> helper) {
    try {
      helper.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while working", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
