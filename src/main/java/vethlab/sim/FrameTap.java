package vethlab.sim;

import vethlab.wire.Frame;

/** Sees every frame on every device, as AF_PACKET does. Not part of the state. */
@FunctionalInterface
public interface FrameTap {
  FrameTap NOBODY = (world, dev, direction, frame) -> {};

  enum Direction {
    IN,
    OUT
  }

  void frame(World world, int dev, Direction direction, Frame frame);
}
