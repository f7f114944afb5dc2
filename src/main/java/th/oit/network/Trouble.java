package th.oit.network;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/**
 * Says from what was thrown why no answer came.
 *
 * <p>Of the faults of a certificate only a wrong name is certain: it is the same for every visitor.
 * An expired one may be our own clock, and an unknown issuer our own list or a missing link in the
 * chain that browsers know how to fetch; so those are not decided, though browsers warn of them.
 */
final class Trouble {
  private Trouble() {}

  static Reason of(IOException failure) {
    String says = String.valueOf(failure.getMessage());
    if (says.contains("status line, receiving [") && !says.contains("receiving []")) {
      return Reason.BAD_ANSWER;
    }
    if (says.contains("Tunnel failed") || says.contains("roxy authentication")) {
      return Reason.PROXY;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpConnectTimeoutException) {
        return Reason.UNREACHABLE;
      }
      if (cause instanceof HttpTimeoutException) {
        return Reason.TIMEOUT;
      }
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return Reason.NAME_UNSURE;
      }
      if (cause instanceof SSLException) {
        return ofCertificate(cause);
      }
      if (cause instanceof ConnectException) {
        return connect(cause);
      }
      if (cause instanceof ProtocolException) {
        return Reason.BAD_ANSWER;
      }
      if (cause instanceof EOFException) {
        return Reason.BROKEN_OFF;
      }
    }
    return says.contains("eader name") ? Reason.BAD_ANSWER : Reason.BROKEN_OFF;
  }

  private static Reason connect(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return Reason.NAME_UNSURE;
      }
    }
    return Reason.UNREACHABLE;
  }

  private static Reason ofCertificate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return Reason.EXPIRED;
      }
      if (cause instanceof CertPathValidatorException path
          && path.getReason() == CertPathValidatorException.BasicReason.EXPIRED) {
        return Reason.EXPIRED;
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // The check of the name comes last of all, and throws this very class.
      if (cause.getClass() == CertificateException.class) {
        String message = String.valueOf(cause.getMessage());
        return message.startsWith("No subject alternative")
                || message.startsWith("No name matching")
            ? Reason.WRONG_NAME
            : Reason.TLS_FAILED;
      }
      if (cause instanceof CertificateException) {
        return Reason.UNTRUSTED;
      }
    }
    return Reason.TLS_FAILED;
  }

  /** Whether the same request may well succeed a little later. */
  static boolean mayPass(Reason reason) {
    return switch (reason) {
      case NAME_UNSURE,
          UNREACHABLE,
          TIMEOUT,
          TOO_SLOW,
          BROKEN_OFF,
          BAD_ANSWER,
          TOO_MANY,
          SERVER_ERROR ->
          true;
      default -> false;
    };
  }
}
