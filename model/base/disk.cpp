#include "model/base/disk.h"

#include <cerrno>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace maatkast {
namespace {

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

bool is_folder(const std::string& path) {
    struct stat status{};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

int Disk::open(const std::string& path, int flags) {
    return ::open(path.c_str(), flags | O_CLOEXEC, 0644);
}

ssize_t Disk::write(int file, std::span<const std::byte> bytes) {
    return ::write(file, bytes.data(), bytes.size());
}

int Disk::sync(int file) {
    return ::fsync(file);
}

int Disk::rename(const std::string& from, const std::string& to) {
    return ::rename(from.c_str(), to.c_str());
}

int Disk::unlink(const std::string& path) {
    return ::unlink(path.c_str());
}

int Disk::make_folder(const std::string& path) {
    return ::mkdir(path.c_str(), 0755);
}

Disk& system_disk() {
    static Disk disk;
    return disk;
}

bool write_all(Disk& disk, int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const auto count = disk.write(file, bytes);
        if (count < 0 && errno == EINTR) continue;
        if (count == 0) errno = ENOSPC;
        if (count <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

bool make_folders(Disk& disk, const std::string& path) {
    if (path.empty() || is_folder(path)) return true;
    const std::string parent = folder_of(path);
    if (parent != path && !make_folders(disk, parent)) return false;
    if (disk.make_folder(path) != 0) return errno == EEXIST && is_folder(path);
    return sync_folder_of(disk, path);
}

bool sync_folder_of(Disk& disk, const std::string& path) {
    const Descriptor folder(disk.open(folder_of(path), O_RDONLY | O_DIRECTORY));
    return folder.ok() && disk.sync(folder.number()) == 0;
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    other.close();
    return *this;
}

void Descriptor::close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
}

}  // namespace maatkast
