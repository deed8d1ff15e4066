package vethlab.linux.agent;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** A record's components and the constructor that takes them. */
record RecordShape(List<RecordComponent> components, Constructor<?> constructor) {
  private static final ClassValue<RecordShape> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          Class<?>[] types =
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
          try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            for (RecordComponent component : components) {
              component.getAccessor().setAccessible(true);
            }
            return new RecordShape(List.of(components), constructor);
          } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
          }
        }
      };

  static RecordShape of(Class<?> type) {
    return KNOWN.get(type);
  }
}
