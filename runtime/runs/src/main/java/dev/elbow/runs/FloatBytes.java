package dev.elbow.runs;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Moves 32-bit floats, little-endian, through one buffer that is used again for every array. */
final class FloatBytes {

  private static final int BUFFER = 1 << 20;

  private final byte[] bytes = new byte[BUFFER];
  private final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

  void write(OutputStream out, float[] data) throws IOException {
    for (int done = 0; done < data.length; ) {
      int count = Math.min(BUFFER / Float.BYTES, data.length - done);
      view.clear().asFloatBuffer().put(data, done, count);
      out.write(bytes, 0, count * Float.BYTES);
      done += count;
    }
  }

  /**
   * @throws EOFException if the stream ends before the array is full
   */
  void read(InputStream in, float[] data) throws IOException {
    for (int done = 0; done < data.length; ) {
      int count = Math.min(BUFFER / Float.BYTES, data.length - done);
      int length = count * Float.BYTES;
      if (in.readNBytes(bytes, 0, length) < length) {
        throw new EOFException("the file ended early");
      }
      view.clear().asFloatBuffer().get(data, done, count);
      done += count;
    }
  }
}
