package th.oit.document;

/** The RC4 cipher, with which old office documents and PDFs are locked. Not thread-safe. */
final class Rc4 {
  private final int[] state = new int[256];
  private int i;
  private int j;

  Rc4(byte[] key) {
    for (int n = 0; n < 256; n++) {
      state[n] = n;
    }
    for (int n = 0, at = 0; n < 256; n++) {
      at = at + state[n] + key[n % key.length] & 0xFF;
      swap(n, at);
    }
  }

  /** The next bytes, locked or unlocked, which is the same; changes them in place. */
  byte[] apply(byte[] data, int from, int length) {
    for (int n = from; n < from + length; n++) {
      i = i + 1 & 0xFF;
      j = j + state[i] & 0xFF;
      swap(i, j);
      data[n] ^= (byte) state[state[i] + state[j] & 0xFF];
    }
    return data;
  }

  private void swap(int one, int other) {
    int kept = state[one];
    state[one] = state[other];
    state[other] = kept;
  }
}
