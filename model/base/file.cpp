#include "model/base/file.h"

#include <cerrno>
#include <cstring>
#include <iostream>
#include <iterator>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace maatkast {
namespace {

/// Closes a file descriptor when its scope ends.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool ok() const { return number_ >= 0; }

  private:
    int number_;
};

std::unexpected<Problems> refuse(std::string key, const std::string& path, int error = 0) {
    return std::unexpected(Problems{
        {path,
         {std::move(key), {{"file", path}, {"reason", std::string(error ? std::strerror(error) : "")}}}}});
}

/// Reads until the end, at most one byte more than the limit.
bool drain(int file, std::size_t most, std::string& text) {
    std::array<char, 65536> block;
    while (text.size() <= most) {
        const auto count = ::read(file, block.data(), std::min(block.size(), most + 1 - text.size()));
        if (count == 0) return true;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        text.append(block.data(), static_cast<std::size_t>(count));
    }
    return true;
}

bool write_all(int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// A name that cannot be guessed wrong twice: beside the target, so that the rename stays on one file system.
std::string temporary_name(const std::string& path) {
    return fmt::format("{}.{}.partial", path, ::getpid());
}

OrProblems<void> write_partial(const std::string& path, const std::string& partial,
                               std::span<const std::byte> bytes) {
    const Descriptor file(::open(partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (!file.ok()) return refuse("file.not_writable", path, errno);
    if (!write_all(file.number(), bytes)) return refuse("file.not_written", path, errno);
    if (::fsync(file.number()) != 0) return refuse("file.not_written", path, errno);
    return {};
}

}  // namespace

OrProblems<std::string> read_file(const std::string& path, std::size_t most_bytes) {
    // O_NONBLOCK: opening a FIFO that nobody writes to must not hang; it is refused below.
    const Descriptor file(path == "-" ? ::dup(STDIN_FILENO)
                                      : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.ok()) return refuse(errno == ENOENT ? "file.missing" : "file.not_readable", path, errno);
    struct stat status{};
    if (::fstat(file.number(), &status) != 0) return refuse("file.not_readable", path, errno);
    if (S_ISDIR(status.st_mode)) return refuse("file.folder", path);
    if (path != "-" && !S_ISREG(status.st_mode)) return refuse("file.special", path);
    std::string text;
    if (!drain(file.number(), most_bytes, text)) return refuse("file.not_readable", path, errno);
    if (text.size() > most_bytes) return refuse("file.too_large", path);
    return text;
}

OrProblems<void> write_file(const std::string& path, std::span<const std::byte> bytes) {
    if (path == "-")
        return write_all(STDOUT_FILENO, bytes) ? OrProblems<void>{} : refuse("file.not_written", "-", errno);
    struct stat status{};
    if (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return refuse("file.folder", path);
    // A device such as /dev/full cannot be renamed over; it is written straight, and its error reported.
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
        const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK));
        if (!file.ok()) return refuse("file.not_writable", path, errno);
        return write_all(file.number(), bytes) ? OrProblems<void>{} : refuse("file.not_written", path, errno);
    }
    const std::string partial = temporary_name(path);
    if (auto written = write_partial(path, partial, bytes); !written) {
        ::unlink(partial.c_str());
        return written;
    }
    if (::rename(partial.c_str(), path.c_str()) != 0) {
        const int error = errno;
        ::unlink(partial.c_str());
        return refuse("file.not_written", path, error);
    }
    const Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.ok()) ::fsync(folder.number());
    return {};
}

OrProblems<void> write_file(const std::string& path, std::string_view text) {
    return write_file(path, std::as_bytes(std::span(text)));
}

}  // namespace maatkast
