package vethlab.app.canvas;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes an animated GIF that runs for ever: of each picture only what has changed, in the colours
 * that are most of all pictures, so that flat areas have exactly their colour.
 */
public final class Gif implements AutoCloseable {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final int COLORS = 256;

  private record Frame(int[] pixels, int width, int height, int hundredths) {}

  private final Path to;
  private final List<Frame> frames = new ArrayList<>();
  private final Map<Integer, Integer> nearest = new HashMap<>();
  private int[] before = new int[0];

  public Gif(Path to) {
    this.to = to;
  }

  /** One more picture, shown for so many hundredths of a second. */
  public void add(Image image, int hundredths) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    frames.add(new Frame(pixels, width, height, hundredths));
  }

  /** Writes them all. */
  @Override
  public void close() throws IOException {
    IndexColorModel colors = palette();
    Files.deleteIfExists(to);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(to.toFile())) {
      if (out == null) {
        throw new AccessDeniedException(to.toString());
      }
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Frame frame : frames) {
        write(writer, frame, colors);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private IndexColorModel palette() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (Frame frame : frames) {
      for (int pixel : frame.pixels()) {
        counts.merge(pixel & 0xffffff, 1, Integer::sum);
      }
    }
    int[] colors =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(COLORS)
            .mapToInt(Map.Entry::getKey)
            .toArray();
    int[] all = Arrays.copyOf(colors, COLORS);
    return new IndexColorModel(8, COLORS, all, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  private int index(int pixel, IndexColorModel colors) {
    return nearest.computeIfAbsent(
        pixel & 0xffffff,
        rgb -> {
          int best = 0;
          int least = Integer.MAX_VALUE;
          for (int i = 0; i < COLORS && least > 0; i++) {
            int red = colors.getRed(i) - (rgb >> 16);
            int green = colors.getGreen(i) - (rgb >> 8 & 255);
            int blue = colors.getBlue(i) - (rgb & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
              least = distance;
              best = i;
            }
          }
          return best;
        });
  }

  private void write(ImageWriter writer, Frame frame, IndexColorModel colors) throws IOException {
    int[] part = changed(frame.pixels(), frame.width(), frame.height());
    BufferedImage picture =
        new BufferedImage(part[2], part[3], BufferedImage.TYPE_BYTE_INDEXED, colors);
    for (int y = 0; y < part[3]; y++) {
      for (int x = 0; x < part[2]; x++) {
        int pixel = frame.pixels()[(part[1] + y) * frame.width() + part[0] + x];
        picture.getRaster().setSample(x, y, 0, index(pixel, colors));
      }
    }
    IIOMetadata metadata = metadata(writer, picture, part, frame.hundredths());
    writer.writeToSequence(new IIOImage(picture, null, metadata), null);
    before = frame.pixels();
  }

  /** Left, top, width and height of what differs from the picture before; at least a pixel. */
  private int[] changed(int[] pixels, int width, int height) {
    if (before.length != pixels.length) {
      return new int[] {0, 0, width, height};
    }
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (pixels[y * width + x] != before[y * width + x]) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    return left >= right
        ? new int[] {0, 0, 1, 1}
        : new int[] {left, top, right - left, bottom - top};
  }

  private IIOMetadata metadata(
      ImageWriter writer, BufferedImage picture, int[] part, int hundredths) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    IIOMetadataNode place = child(root, "ImageDescriptor");
    place.setAttribute("imageLeftPosition", Integer.toString(part[0]));
    place.setAttribute("imageTopPosition", Integer.toString(part[1]));
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(hundredths));
    if (before.length == 0) {
      IIOMetadataNode forEver = new IIOMetadataNode("ApplicationExtension");
      forEver.setAttribute("applicationID", "NETSCAPE");
      forEver.setAttribute("authenticationCode", "2.0");
      forEver.setUserObject(new byte[] {1, 0, 0});
      child(root, "ApplicationExtensions").appendChild(forEver);
    }
    metadata.setFromTree(FORMAT, root);
    return metadata;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(i);
      }
    }
    IIOMetadataNode made = new IIOMetadataNode(name);
    root.appendChild(made);
    return made;
  }
}
