package vethlab.linux.agent;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.wire.Bytes;

/**
 * Writes values: records and enums of ours, numbers, texts, lists, maps, optionals. A class is
 * named once, then goes by number. {@link ValueReader} reads them.
 */
final class ValueWriter {
  enum Tag {
    RECORD,
    ENUM,
    TEXT,
    INT,
    LONG,
    BOOLEAN,
    DOUBLE,
    LIST,
    MAP,
    NONE,
    SOME,
    NO_INT,
    SOME_INT,
    NO_LONG,
    SOME_LONG,
    ARRAY,
    BYTES
  }

  private final DataOutputStream out;
  private final Map<Class<?>, Integer> classes = new HashMap<>();

  ValueWriter(DataOutputStream out) {
    this.out = out;
  }

  void write(Object value) throws IOException {
    switch (value) {
      case Record record -> record(record);
      case Enum<?> constant -> {
        tag(Tag.ENUM);
        type(constant.getDeclaringClass());
        out.writeInt(constant.ordinal());
      }
      case String text -> text(text);
      case Integer number -> {
        tag(Tag.INT);
        out.writeInt(number);
      }
      case Long number -> {
        tag(Tag.LONG);
        out.writeLong(number);
      }
      case Boolean truth -> {
        tag(Tag.BOOLEAN);
        out.writeBoolean(truth);
      }
      case Double number -> {
        tag(Tag.DOUBLE);
        out.writeDouble(number);
      }
      case List<?> list -> {
        tag(Tag.LIST);
        all(list);
      }
      case Map<?, ?> map -> {
        tag(Tag.MAP);
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          write(entry.getKey());
          write(entry.getValue());
        }
      }
      case Optional<?> maybe -> {
        tag(maybe.isEmpty() ? Tag.NONE : Tag.SOME);
        if (maybe.isPresent()) {
          write(maybe.get());
        }
      }
      case OptionalInt maybe -> {
        tag(maybe.isEmpty() ? Tag.NO_INT : Tag.SOME_INT);
        if (maybe.isPresent()) {
          out.writeInt(maybe.getAsInt());
        }
      }
      case OptionalLong maybe -> {
        tag(maybe.isEmpty() ? Tag.NO_LONG : Tag.SOME_LONG);
        if (maybe.isPresent()) {
          out.writeLong(maybe.getAsLong());
        }
      }
      case byte[] array -> {
        tag(Tag.ARRAY);
        out.writeInt(array.length);
        out.write(array);
      }
      case Bytes bytes -> {
        tag(Tag.BYTES);
        out.writeInt(bytes.length());
        out.write(bytes.toArray());
      }
      default -> throw new IOException("a " + value.getClass().getName() + " can't be sent");
    }
  }

  private void tag(Tag tag) throws IOException {
    out.writeByte(tag.ordinal());
  }

  private void text(String text) throws IOException {
    tag(Tag.TEXT);
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void all(Collection<?> values) throws IOException {
    out.writeInt(values.size());
    for (Object value : values) {
      write(value);
    }
  }

  private void type(Class<?> type) throws IOException {
    Integer known = classes.get(type);
    if (known != null) {
      out.writeInt(known);
      return;
    }
    out.writeInt(classes.size());
    out.writeUTF(type.getName());
    classes.put(type, classes.size());
  }

  private void record(Record record) throws IOException {
    tag(Tag.RECORD);
    type(record.getClass());
    for (RecordComponent component : RecordShape.of(record.getClass()).components()) {
      try {
        write(component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IOException(e);
      }
    }
  }
}
