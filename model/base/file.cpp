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

/// A name that cannot be guessed wrong twice: beside the target, so that the rename stays on one file system.
std::string temporary_name(const std::string& path) {
    return fmt::format("{}.{}.partial", path, ::getpid());
}

/// One that a dead process of the same number left behind is in nobody's way.
int open_new(Disk& disk, const std::string& path) {
    constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL;
    const int file = disk.open(path, kFlags);
    if (file >= 0 || errno != EEXIST || disk.unlink(path) != 0) return file;
    return disk.open(path, kFlags);
}

OrProblems<void> write_partial(Disk& disk, const std::string& path, const std::string& partial,
                               std::span<const std::byte> bytes) {
    const Descriptor file(open_new(disk, partial));
    if (!file.ok()) return refuse("file.not_writable", path, errno);
    if (!write_all(disk, file.number(), bytes)) return refuse("file.not_written", path, errno);
    if (disk.sync(file.number()) != 0) return refuse("file.not_written", path, errno);
    return {};
}

/// A device such as /dev/full cannot be renamed over; it is written straight, and its error reported.
OrProblems<void> write_device(Disk& disk, const std::string& path, std::span<const std::byte> bytes) {
    const Descriptor file(disk.open(path, O_WRONLY | O_NONBLOCK));
    if (!file.ok()) return refuse("file.not_writable", path, errno);
    if (!write_all(disk, file.number(), bytes)) return refuse("file.not_written", path, errno);
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

OrProblems<void> write_file(const std::string& path, std::span<const std::byte> bytes, Disk& disk) {
    if (path == "-")
        return write_all(disk, STDOUT_FILENO, bytes) ? OrProblems<void>{}
                                                     : refuse("file.not_written", "-", errno);
    struct stat status{};
    const bool there = ::stat(path.c_str(), &status) == 0;
    if (there && S_ISDIR(status.st_mode)) return refuse("file.folder", path);
    if (there && !S_ISREG(status.st_mode)) return write_device(disk, path, bytes);
    const std::string partial = temporary_name(path);
    auto written = write_partial(disk, path, partial, bytes);
    if (written && disk.rename(partial, path) != 0) written = refuse("file.not_written", path, errno);
    if (written)
        sync_folder_of(disk, path);
    else
        disk.unlink(partial);
    return written;
}

OrProblems<void> write_file(const std::string& path, std::string_view text, Disk& disk) {
    return write_file(path, std::as_bytes(std::span(text)), disk);
}

}  // namespace maatkast
