package th.oit.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * The clock by which a file system dates changes. It may be that of another computer, and it ticks:
 * every 4 or 10 ms on Linux, every two seconds on FAT. It is read off a file of its own.
 *
 * <p>Whatever changes after {@link #now} is dated then or later, so what is dated before has not
 * changed since.
 */
public final class FileClock {
  /** As long as one waits for a tick. */
  private static final long PATIENCE_NANOS = 40_000_000;

  private final Path face;

  /**
   * @param face a file that is this clock's own, in a folder that stands
   */
  public FileClock(Path face) {
    this.face = face;
  }

  /**
   * The time by this clock, in nanoseconds since 1970.
   *
   * @throws IOException when nothing can be written there
   */
  public long now() throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(face, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1));
    }
    return FileDates.ofFile(face).last();
  }

  /**
   * Waits for the next tick, so that everything written before is dated earlier than what will be
   * written from now on.
   *
   * @return the time by this clock; empty when it ticks too slowly to wait for
   * @throws IOException when nothing can be written there
   */
  public OptionalLong afterTick() throws IOException {
    long first = now();
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE_NANOS) {
      long then = now();
      if (then > first) {
        return OptionalLong.of(then);
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  /** The device on which this clock counts; 0 where the system tells of none. */
  public long device() throws IOException {
    return FileDates.ofFile(face).device();
  }
}
