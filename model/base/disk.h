#pragma once
// The calls that change files, behind an interface, so that a test can refuse the n-th of them or write down
// their order.

#include <cstddef>
#include <span>
#include <string>

#include <sys/types.h>

namespace maatkast {

/// Each does what the system call of its name does, and returns −1 with errno set where that fails. Paths are
/// relative to the working folder or absolute.
class Disk {
  public:
    Disk() = default;
    virtual ~Disk() = default;
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    /// With O_CLOEXEC; a file that is made may be read by all and written by its owner.
    virtual int open(const std::string& path, int flags);
    virtual ssize_t write(int file, std::span<const std::byte> bytes);
    virtual int sync(int file);  ///< of a file's content, or of a folder's names
    virtual int rename(const std::string& from, const std::string& to);
    virtual int unlink(const std::string& path);
    virtual int make_folder(const std::string& path);
};
/// The disk of this computer. Without state.
Disk& system_disk();

/// All of the bytes, however many calls that takes; false with errno where one fails. What was written before
/// that stays.
bool write_all(Disk& disk, int file, std::span<const std::byte> bytes);
/// A folder and those that it stands in, each synced into its own; false with errno. One that is there is
/// fine.
bool make_folders(Disk& disk, const std::string& path);
/// Syncs the names in the folder that a path stands in; false with errno.
bool sync_folder_of(Disk& disk, const std::string& path);

/// Closes a file descriptor when its scope ends. Owns it alone.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
    Descriptor& operator=(Descriptor&& other) noexcept;
    int number() const { return number_; }
    bool ok() const { return number_ >= 0; }
    void close();

  private:
    int number_;
};

}  // namespace maatkast
