// A real window on the X display, and what can be seen of it there.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>

#include "renderer/renderer.h"

namespace maatkast::render::test {

class TestWindow {
  public:
    // Fails the test when there is no display: the program belongs under xvfb-run.
    explicit TestWindow(Size size);
    ~TestWindow();
    TestWindow(const TestWindow&) = delete;
    TestWindow& operator=(const TestWindow&) = delete;

    // With the window's extensions and surfaces.
    RendererOptions options();
    int surfaces_made() const { return surfaces_; }

    std::uint64_t id() const;  // on the X display
    Size framebuffer() const;
    void resize(Size size);
    void show(bool on);
    void rest() const;  // for a moment, for the display to follow

    // Covers what the window shows with a colour that no picture has; `shown` waits until it is gone, fails
    // the test when it stays, and returns what is on the screen.
    void cover();
    Image shown() const;

  private:
    struct Native;
    std::unique_ptr<Native> native_;
    int surfaces_ = 0;
};

// Changes the window's size all the time, on a connection and a thread of its own, until it goes.
class ResizeStorm {
  public:
    explicit ResizeStorm(const TestWindow& window);
    ~ResizeStorm();
    ResizeStorm(const ResizeStorm&) = delete;
    ResizeStorm& operator=(const ResizeStorm&) = delete;
    std::uint32_t sizes() const { return sizes_; }

  private:
    std::atomic<bool> over_ = false;
    std::atomic<std::uint32_t> sizes_ = 0;
    std::thread thread_;
};

}  // namespace maatkast::render::test
