package th.oit.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Takes a body in, never more than was asked for, and ends well however the body ends. Thread-safe.
 */
final class Intake implements HttpResponse.BodySubscriber<Intake> {
  private final int status;
  private final HttpHeaders headers;
  private final long most;
  private final OutputStream file;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<Intake> done = new CompletableFuture<>();
  private Flow.Subscription subscription;
  private long received;
  private Reply.End end;
  private IOException broken;
  private IOException unwritable;

  /**
   * @param most how many bytes are taken
   * @param file where they go; null to keep them in memory
   */
  Intake(int status, HttpHeaders headers, long most, OutputStream file) {
    this.status = status;
    this.headers = headers;
    this.most = most;
    this.file = file;
  }

  int status() {
    return status;
  }

  HttpHeaders headers() {
    return headers;
  }

  @Override
  public CompletionStage<Intake> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    synchronized (this) {
      subscription = given;
      if (end != null) {
        given.cancel();
        return;
      }
    }
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    Flow.Subscription source;
    boolean enough;
    synchronized (this) {
      if (end != null) {
        return;
      }
      for (ByteBuffer buffer : buffers) {
        take(buffer);
      }
      source = subscription;
      enough = received > most || unwritable != null;
      if (enough) {
        end = Reply.End.CUT;
      }
    }
    if (enough) {
      source.cancel();
      done.complete(this);
    } else {
      source.request(1);
    }
  }

  private void take(ByteBuffer buffer) {
    int length = buffer.remaining();
    int wanted = (int) Math.max(0, Math.min(length, most - received));
    received += length;
    byte[] bytes = new byte[wanted];
    buffer.get(bytes);
    if (file == null) {
      kept.write(bytes, 0, wanted);
      return;
    }
    try {
      file.write(bytes);
    } catch (IOException e) {
      unwritable = e;
    }
  }

  @Override
  public void onError(Throwable failure) {
    broken = failure instanceof IOException known ? known : new IOException(failure);
    finish(Reply.End.BROKEN);
  }

  @Override
  public void onComplete() {
    finish(Reply.End.WHOLE);
  }

  /** Takes no more: the time is over. */
  void giveUp() {
    Flow.Subscription source;
    synchronized (this) {
      source = subscription;
    }
    finish(Reply.End.LATE);
    if (source != null) {
      source.cancel();
    }
  }

  private void finish(Reply.End how) {
    synchronized (this) {
      if (end == null) {
        end = how;
      }
    }
    done.complete(this);
  }

  synchronized byte[] bytes() {
    return kept.toByteArray();
  }

  synchronized long received() {
    return received;
  }

  synchronized Reply.End end() {
    return end;
  }

  synchronized IOException broken() {
    return broken;
  }

  /** Why the file could not be written, which is our own trouble; null when it could. */
  synchronized IOException unwritable() {
    return unwritable;
  }
}
