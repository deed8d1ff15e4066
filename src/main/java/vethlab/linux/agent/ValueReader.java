package vethlab.linux.agent;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.wire.Bytes;

/** Reads what {@link ValueWriter} wrote; only classes of ours are made. */
final class ValueReader {
  private static final String OURS = "vethlab.";
  private static final int LONGEST = 64 << 20;
  private static final ValueWriter.Tag[] TAGS = ValueWriter.Tag.values();

  private final DataInputStream in;
  private final List<Class<?>> classes = new ArrayList<>();

  ValueReader(DataInputStream in) {
    this.in = in;
  }

  Object read() throws IOException {
    int tag = in.readUnsignedByte();
    if (tag >= TAGS.length) {
      throw new IOException("not a value");
    }
    return switch (TAGS[tag]) {
      case RECORD -> record();
      case ENUM -> type().getEnumConstants()[in.readInt()];
      case TEXT -> new String(array(), StandardCharsets.UTF_8);
      case INT -> in.readInt();
      case LONG -> in.readLong();
      case BOOLEAN -> in.readBoolean();
      case DOUBLE -> in.readDouble();
      case LIST -> list();
      case MAP -> map();
      case NONE -> Optional.empty();
      case SOME -> Optional.of(read());
      case NO_INT -> OptionalInt.empty();
      case SOME_INT -> OptionalInt.of(in.readInt());
      case NO_LONG -> OptionalLong.empty();
      case SOME_LONG -> OptionalLong.of(in.readLong());
      case ARRAY -> array();
      case BYTES -> Bytes.wrap(array());
    };
  }

  private int size() throws IOException {
    int size = in.readInt();
    if (size < 0 || size > LONGEST) {
      throw new IOException("not a size: " + size);
    }
    return size;
  }

  private byte[] array() throws IOException {
    byte[] bytes = new byte[size()];
    in.readFully(bytes);
    return bytes;
  }

  private List<Object> list() throws IOException {
    int size = size();
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(read());
    }
    return Collections.unmodifiableList(list);
  }

  private Map<Object, Object> map() throws IOException {
    int size = size();
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put(read(), read());
    }
    return Collections.unmodifiableMap(map);
  }

  private Class<?> type() throws IOException {
    int number = in.readInt();
    if (number >= 0 && number < classes.size()) {
      return classes.get(number);
    }
    String name = in.readUTF();
    try {
      Class<?> type = Class.forName(name, false, ValueReader.class.getClassLoader());
      if (!name.startsWith(OURS) || !type.isRecord() && !type.isEnum()) {
        throw new IOException("not a value's class: " + name);
      }
      classes.add(type);
      return type;
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  private Object record() throws IOException {
    Constructor<?> constructor = RecordShape.of(type()).constructor();
    Object[] values = new Object[constructor.getParameterCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read();
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }
}
