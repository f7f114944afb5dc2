package th.oit.network;

/** Thrown where nothing more may be asked. */
final class Stopped extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  Stopped(Reason reason) {
    super(reason.says().en(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
